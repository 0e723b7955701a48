import { coverageOf, leastCoverage } from './coverage.ts'
import { featuresOf } from './features.ts'
import type { LinearModel } from './linear-model.ts'
import { termsOf } from './terms.ts'

/** Later sentences are not looked at one by one. */
const mostSentences = 20
/** A sentence that the model of coverage rates lower is plainly about something else. */
const leastOfAny = -0.4

/**
 * Leaves out of a text what is plainly about something else ("we run a furniture marketplace"), where another sentence is plainly about background
 * tasks. Of a single sentence all stays.
 */
export function relevantPart(text: string, coverage: LinearModel): string {
  const sentences = text.split(/(?<=[.!?])\s+|\n+/).filter((sentence) => sentence.trim() !== '')
  if (sentences.length < 2 || sentences.length > mostSentences) return text
  const rated = sentences.map((sentence) => ({ sentence, score: coverageOf(coverage, featuresOf(sentence, termsOf(sentence))) }))
  if (!rated.some(({ score }) => score >= leastCoverage)) return text
  return rated.filter(({ score }) => score >= leastOfAny).map(({ sentence }) => sentence).join('\n')
}
