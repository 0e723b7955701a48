import { extractFile } from '../../analysis/languages/extract.ts'
import { type CodeFact, readCodeFacts } from '../guidance/code-facts.ts'
import { asSource } from './code-source.ts'

/** What a piece of code uses. Throws a `RequestError` where it is too large or its name tells no language. */
export function factsOfCode(code: string, filename: string | undefined): readonly CodeFact[] {
  const { path, text } = asSource(code, filename)
  return readCodeFacts(extractFile(path, text))
}
