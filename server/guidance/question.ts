import { type Features, featuresOf, termFeatures } from './features.ts'
import { termsOf } from './terms.ts'

/** A request, taken apart once for all that look at it. */
export interface Question {
  readonly text: string
  /** Its terms as they are written. */
  readonly words: readonly string[]
  /** Its features as it is written, and with misspelt terms put right. */
  readonly written: Features
  readonly meant: Features
}

/** Takes a request apart. `correct` turns a misspelt term into the known one that was meant. */
export function toQuestion(text: string, correct: (term: string) => string): Question {
  const words = termsOf(text)
  const terms = words.map(correct)
  const written = featuresOf(text, words)
  const isRight = terms.every((term, index) => term === words[index])
  return { text, words, written, meant: isRight ? written : { ...written, terms: termFeatures(terms) } }
}
