import { featuresOf, isPair } from './features.ts'
import type { PhraseData, SectionData } from './guide-data.ts'
import type { Guide } from './guide.ts'
import { termsOf } from './terms.ts'

export interface NearPhrase {
  readonly phrase: PhraseData
  /** What both share by rarity, from 0 to 1. */
  readonly similarity: number
}

interface WeighedPhrase {
  readonly phrase: PhraseData
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
  const phrases = weighed.get(section) ?? section.phrases.map((phrase) => weighPhrase(phrase, weigh))
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

function weighPhrase(phrase: PhraseData, weigh: (features: readonly string[]) => number): WeighedPhrase {
  const features = distinct(termsOf(phrase[0]))
  return { phrase, features, weight: weigh(features) }
}
