import type { CodeFact } from './code-facts.ts'
import type { SectionData } from './guide-data.ts'
import type { Guide } from './guide.ts'
import type { LinearModel } from './linear-model.ts'
import { nearestPhrase } from './nearest-phrase.ts'
import { noProject, type ProjectFacts } from './project-facts.ts'
import { termsOf } from './terms.ts'

/** Sections by how well they answer, and whether any of them does. */
export interface Ranking {
  /** The higher, the more surely the request is about background tasks; `Infinity` where that is certain. */
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
const weights = { reference: 0.2, words: 0.3, phrase: 0.2, verbatim: 1, code: 1 }
/** A request that is a phrase of a section, word for word, is for that section. */
const verbatim = 0.95
/** A question that is so much like a phrase of a section is that one in other words, unless it plainly speaks of something else. */
const sameQuestion = 0.65
const leastOfKnown = -0.6
/** Words that alone make one think of task queues, as stems. */
const ownWords = new Set(['task', 'worker', 'queue', 'retri', 'broker', 'beat', 'celeri', 'job', 'backoff', 'flower'])
/** A word that is rarer among what people say about tasks is no ordinary one. */
const rarestOrdinary = 7.2
/** So many sections are compared phrase by phrase. */
const shortlist = 8

/** Ranks all sections for a request, the facts of the code that came with it, and those of its project. */
export function rank(guide: Guide, request: string, facts: readonly CodeFact[], project: ProjectFacts = noProject): Ranking {
  const words = termsOf(request)
  const terms = words.map(guide.correct)
  const sections = scoresByLabel(guide.sectionModel, request, terms)
  const references = scoresByLabel(guide.referenceModel, request, terms)
  const shares = shareOfWords(guide, terms)
  const names = namesOf(guide.sections, facts)
  const code = shareOfWords(guide, termsOf(names))
  const scored = guide.sections.map((section, index) => {
    const reference = weights.reference * (references.get(section.reference) ?? 0)
    const found = weights.words * (shares.get(index) ?? 0) + weights.code * (code.get(index) ?? 0)
    return { section, score: (sections.get(section.id) ?? 0) + reference + found + project.preference(section, request) }
  })
  const [near, far] = split(scored.sort(byScore), shortlist)
  const compared = near.map(({ section, score }) => {
    const similarity = nearestPhrase(section, terms, guide)?.similarity ?? 0
    return { section, score: score + weights.phrase * similarity + (similarity >= verbatim ? weights.verbatim : 0), similarity }
  })
  // Code that uses what the sections speak of is about background tasks whatever is said of it, and so is a question that is one of their own.
  const coverage = coverageOf(guide, request, words)
  const isSame = compared.some(({ similarity }) => similarity >= sameQuestion)
  const isKnown = names !== '' || (coverage > leastOfKnown && (isSame || isOrdinary(guide, words)))
  return { coverage: isKnown ? Infinity : coverage, ranked: [...compared.sort(byScore), ...far] }
}

/** Whether all words are ordinary where people speak of tasks, so that nothing hints at another field: "my worker is stuck". */
function isOrdinary({ sectionModel }: Guide, terms: readonly string[]): boolean {
  const words = terms.filter((term) => !term.startsWith('~'))
  return words.some((word) => ownWords.has(word)) && words.every((word) => (sectionModel.rarityOf(word) ?? Infinity) <= rarestOrdinary)
}

function byScore(one: RankedSection, other: RankedSection): number {
  return other.score - one.score
}

function split<T>(items: readonly T[], at: number): readonly [readonly T[], readonly T[]] {
  return [items.slice(0, at), items.slice(at)]
}

function coverageOf({ coverageModel }: Guide, request: string, terms: readonly string[]): number {
  return coverageModel.score(request, terms)[coverageModel.labels.indexOf('covered')] ?? 0
}

function scoresByLabel(model: LinearModel, request: string, terms: readonly string[]): ReadonlyMap<string, number> {
  const scores = model.score(request, terms)
  return new Map(model.labels.map((label, index) => [label, scores[index] ?? 0]))
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
