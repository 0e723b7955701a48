import { isPair } from './features.ts'
import type { GuideSection } from './guide.ts'
import type { Vocabulary } from './linear-model.ts'
import type { Question } from './question.ts'

export interface NearPhrase {
  /** Among the phrases of its section. */
  readonly index: number
  /** What both share by idf, from 0 to 1. */
  readonly similarity: number
}

/** A word that nobody who asks about tasks has used tells that the question is about something else; an unknown pair tells nothing. */
function idfOfUnknown(feature: string): number {
  return isPair(feature) ? 0 : 9
}

/** Makes a function that finds the phrase of a section which is most like the question; `null` where the section has none. */
export function nearestPhrase(question: Question, { positions, idf }: Vocabulary): (section: GuideSection) => NearPhrase | null {
  const asked = new Set<number>()
  let whole = 0
  for (const feature of new Set(question.meant.terms)) {
    const position = positions.get(feature)
    if (position !== undefined) asked.add(position)
    whole += position === undefined ? idfOfUnknown(feature) : (idf[position] ?? 0)
  }
  return ({ features, phrases: { ends } }) => {
    let best: NearPhrase | null = null
    let at = 0
    for (const [index, end] of ends.entries()) {
      let own = 0
      let common = 0
      for (; at < end; at++) {
        const position = features[at] ?? 0
        const weight = idf[position] ?? 0
        own += weight
        if (asked.has(position)) common += weight
      }
      const similarity = common / (Math.sqrt(whole * own) || 1)
      if (best === null || similarity > best.similarity) best = { index, similarity }
    }
    return best
  }
}
