import { languageOf } from '../../languages/source-language.ts'
import { askedOfText, type TextQuestion } from './text-answers.ts'

const inPython = /\bclass\s+\w+\s*(?:\[[^\]]*\]\s*)?\(([^)]*)/g
const inScripts = /\b(?:extends|implements)\b([^{;]*)/g

/** Words in the headers of a file's classes: whatever they derive from is among them. */
export const classHeaderWords: TextQuestion<ReadonlySet<string>> = askedOfText((text, path) => {
  const headers = text.matchAll(languageOf(path) === 'typescript' ? inScripts : inPython)
  return new Set([...headers].flatMap(([, bases = '']) => bases.match(/[\p{ID_Continue}$]+/gu) ?? []))
})
