import { type Features, featuresOf, termFeatures } from './features.ts'
import { ownWords } from './own-words.ts'
import { termsOf } from './terms.ts'

/** A request, taken apart once for all that look at it. */
export interface Question {
  readonly text: string
  /** Its terms as they are written, but for slips in words that are all about task queues. */
  readonly words: readonly string[]
  /** Its features as it is written, and with misspelt terms put right. */
  readonly written: Features
  readonly meant: Features
}

/** Takes a request apart. `correct` turns a misspelt term into the known one that was meant. */
export function toQuestion(text: string, correct: (term: string) => string): Question {
  const written = termsOf(text)
  const terms = written.map(correct)
  const words = terms.map((term, index) => (ownWords.has(term) ? term : (written[index] ?? term)))
  const features = featuresOf(text, words)
  const isRight = terms.every((term, index) => term === words[index])
  return { text, words, written: features, meant: isRight ? features : { ...features, terms: termFeatures(terms) } }
}
