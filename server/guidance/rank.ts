import type { CodeFact } from './code-facts.ts'
import type { SectionData } from './guide-data.ts'
import type { Guide } from './guide.ts'
import { nearestPhrase } from './nearest-phrase.ts'
import { termsOf } from './terms.ts'

/** Sections by how well they answer, and whether any of them does. */
export interface Ranking {
  /** From 0 to 1: how likely the request is about background tasks at all. */
  readonly coverage: number
  /** Best first. */
  readonly ranked: readonly RankedSection[]
}

export interface RankedSection {
  readonly section: SectionData
  /** Comparable within one ranking. */
  readonly score: number
}

/** What the parts of the score count: chosen on the tuning half of the questions. */
const weights = { words: 4, reference: 0.5, phrase: 2, code: 9 }
/** Below it one probability is as good as another. */
const least = 1e-5
/** So many sections are compared phrase by phrase. */
const shortlist = 20

/** Ranks all sections for a request and the facts of the code that came with it. */
export function rank(guide: Guide, request: string, facts: readonly CodeFact[]): Ranking {
  const words = termsOf(request)
  const terms = words.map(guide.correct)
  const { labels } = guide.sectionModel
  const probabilities = new Map(guide.sectionModel.classify(terms).map((probability, index) => [labels[index] ?? '', probability]))
  const shares = shareOfWords(guide, terms)
  const names = namesOf(guide.sections, facts)
  const code = shareOfWords(guide, termsOf(names))
  const references = addUp(guide.sections, probabilities)
  const scored = guide.sections.map((section, index) => {
    const probability = Math.log((probabilities.get(section.id) ?? 0) + least)
    const reference = Math.log((references.get(section.reference) ?? 0) + least)
    return { section, score: probability + weights.reference * reference + weights.words * (shares.get(index) ?? 0) + weights.code * (code.get(index) ?? 0) }
  })
  const [near, far] = split(scored.sort(byScore), shortlist)
  const compared = near.map(({ section, score }) => ({ section, score: score + weights.phrase * (nearestPhrase(section, terms, guide)?.similarity ?? 0) }))
  // Code that uses what the sections speak of is about background tasks whatever is said of it.
  const coverage = names !== '' ? 1 : coverageOf(guide, words)
  return { coverage, ranked: [...compared.sort(byScore), ...far] }
}

function byScore(one: RankedSection, other: RankedSection): number {
  return other.score - one.score
}

function split<T>(items: readonly T[], at: number): readonly [readonly T[], readonly T[]] {
  return [items.slice(0, at), items.slice(at)]
}

function coverageOf({ coverageModel }: Guide, terms: readonly string[]): number {
  return coverageModel.classify(terms)[coverageModel.labels.indexOf('covered')] ?? 0
}

/** Shares of the best score by words, by position of the section. */
function shareOfWords({ search }: Guide, terms: readonly string[]): ReadonlyMap<number, number> {
  const results = search.search(terms.join(' '), { tokenize: (text) => text.split(' ') })
  const best = results[0]?.score ?? 1
  return new Map(results.map(({ id, score }) => [id as number, score / best]))
}

/** The names that the code uses and the sections speak of, as words to search for. */
function namesOf(sections: readonly SectionData[], facts: readonly CodeFact[]): string {
  const known = new Set(sections.flatMap(({ identifiers }) => identifiers))
  return facts.filter(({ name }) => known.has(name)).map(({ name }) => name).join(' ')
}

function addUp(sections: readonly SectionData[], probabilities: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const { id, reference } of sections) sums.set(reference, (sums.get(reference) ?? 0) + (probabilities.get(id) ?? 0))
  return sums
}
