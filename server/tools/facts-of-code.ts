import { extractFile } from '../../analysis/languages/extract.ts'
import { languageOf } from '../../analysis/languages/source-language.ts'
import { readCodeFacts } from '../guidance/code-facts.ts'
import type { RequestContext } from '../guidance/request-context.ts'
import { asSource } from './code-source.ts'

/** What a piece of code uses: of Python, for the sections speak of no other names. Throws a `RequestError` where it is too large or its name tells no language. */
export function factsOfCode(code: string, filename: string | undefined): Pick<RequestContext, 'facts' | 'isTypeScript'> {
  const { path, text } = asSource(code, filename)
  if (languageOf(path) === 'typescript') return { facts: [], isTypeScript: true }
  return { facts: readCodeFacts(extractFile(path, text)), isTypeScript: false }
}
