import { featuresOf, isPair } from './features.ts'
import type { SectionData } from './guide-data.ts'
import type { Guide } from './guide.ts'
import { termsOf } from './terms.ts'

export interface Phrase {
  readonly text: string
  /** Tokens as a JSON string. */
  readonly json: number
}

export interface NearPhrase {
  readonly phrase: Phrase
  /** What both share by rarity, from 0 to 1. */
  readonly similarity: number
}

interface WeighedPhrase {
  readonly phrase: Phrase
  readonly features: readonly string[]
  readonly weight: number
}

/** A word that nobody who asks about tasks has used tells that the question is about something else; an unknown pair tells nothing. */
function rarityOfUnknown(feature: string): number {
  return isPair(feature) ? 0 : 9
}

const weighed = new WeakMap<SectionData, readonly WeighedPhrase[]>()

/** The phrase of a section that is most like the request; `null` where it has none. */
export function nearestPhrase(section: SectionData, terms: readonly string[], { sectionModel }: Guide): NearPhrase | null {
  const weigh = (features: readonly string[]): number => features.reduce((sum, feature) => sum + (sectionModel.rarityOf(feature) ?? rarityOfUnknown(feature)), 0)
  const features = distinct(terms)
  const request = new Set(features)
  const whole = weigh(features)
  const phrases = weighed.get(section) ?? weighPhrases(section, weigh)
  weighed.set(section, phrases)
  let best: NearPhrase | null = null
  for (const { phrase, features: own, weight } of phrases) {
    const similarity = weigh(own.filter((feature) => request.has(feature))) / (Math.sqrt(whole * weight) || 1)
    if (best === null || similarity > best.similarity) best = { phrase, similarity }
  }
  return best
}

function distinct(terms: readonly string[]): readonly string[] {
  return [...new Set(featuresOf('terms', '', terms))]
}

function weighPhrases({ phrases }: SectionData, weigh: (features: readonly string[]) => number): readonly WeighedPhrase[] {
  return phrases.lines.split('\n').map((text, index) => {
    const features = distinct(termsOf(text))
    return { phrase: { text, json: phrases.json[index] ?? text.length }, features, weight: weigh(features) }
  })
}
