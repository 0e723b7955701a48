import { coverageOf } from './coverage.ts'
import type { Features } from './features.ts'
import type { Guide, GuideSection } from './guide.ts'
import type { LinearModel } from './linear-model.ts'
import { type NearPhrase, nearestPhrase } from './nearest-phrase.ts'
import { shareOfNames } from './name-index.ts'
import type { Question } from './question.ts'
import { ownWords } from './own-words.ts'
import { isAboutTypeScript, namesQueue, clearWinner, scoreOfKind } from './rule-pages.ts'
import { noContext, type RequestContext } from './request-context.ts'
import { stemsOf } from './terms.ts'

/** Sections by how well they answer, and whether any of them does. */
export interface Ranking {
  /** The higher, the more surely the request is about background tasks; `Infinity` where that is certain. */
  readonly coverage: number
  /** Best first; none where nothing that could answer stands out. */
  readonly ranked: readonly RankedSection[]
}

export interface RankedSection {
  readonly section: GuideSection
  /** Comparable within one ranking. */
  readonly score: number
  /** The phrase most like the question, of the first sections alone. */
  readonly nearest: NearPhrase | null
}

/** What the parts of the score count: chosen on the tuning half of the questions. */
const weights = { reference: 0.2, names: 0.3, phrase: 0.2, verbatim: 1, code: 1 }
/** A request that is a phrase of a section, word for word, is for that section. */
const verbatim = 0.95
/** A question that is so much like a phrase of a section is that one in other words, unless it plainly speaks of something else. */
const sameQuestion = 0.7
const leastOfKnown = -0.8
/** A word that is rarer among what people say about tasks is no ordinary one. */
const rarestOrdinary = 7.8
/** So many sections are compared phrase by phrase. */
const shortlist = 8

/** Ranks all sections for a question and what came along with it. */
export function rank(guide: Guide, question: Question, { facts, isTypeScript: hasTypeScript, project }: RequestContext = noContext): Ranking {
  const sections = scoresByLabel(guide.sectionModel, question.meant)
  const references = scoresByLabel(guide.referenceModel, question.meant)
  const used = facts.map(({ name }) => name).filter((name) => guide.names.has(name))
  const ofCode = shareOfNames(used, guide.names)
  const ofText = shareOfNames(unknownNames(question, guide), guide.names)
  const isTypeScript = isAboutTypeScript(question.text, hasTypeScript)
  const scored = guide.sections.flatMap((section, index) => {
    const kind = scoreOfKind(section, isTypeScript)
    if (kind === null) return []
    const reference = weights.reference * (references.get(section.reference) ?? 0)
    const found = weights.names * (ofText.get(index) ?? 0) + weights.code * (ofCode.get(index) ?? 0)
    return [{ section, nearest: null, score: (sections.get(section.id) ?? 0) + kind + reference + found + project.preference(section, question.text) }]
  })
  const [near, far] = split(scored.sort(byScore), shortlist)
  const nearestOf = nearestPhrase(question, guide.sectionModel)
  const compared = near.map(({ section, score }) => {
    const nearest = nearestOf(section)
    const similarity = nearest?.similarity ?? 0
    return { section, nearest, score: score + weights.phrase * similarity + (similarity >= verbatim ? weights.verbatim : 0) }
  })
  // Code that uses what the sections speak of is about background tasks whatever is said of it, and so is a question that is one of their own.
  const coverage = coverageOf(guide.coverageModel, question.written)
  const similarity = Math.max(...compared.map(({ nearest }) => nearest?.similarity ?? 0))
  const isSame = similarity >= verbatim || (coverage > leastOfKnown && (similarity >= sameQuestion || isOrdinary(guide, question.words)))
  const isKnown = used.length > 0 || isSame
  const ranked = [...compared.sort(byScore), ...far]
  if (isTypeScript) return { coverage: hasTypeScript || namesQueue(question.text) ? Infinity : coverage, ranked: clearWinner(ranked) }
  return { coverage: isKnown ? Infinity : coverage, ranked }
}

/** Whether all words are ordinary where people speak of tasks, so that nothing hints at another field: "my worker is stuck". Numbers hint at none. */
function isOrdinary({ sectionModel: { positions, idf } }: Guide, terms: readonly string[]): boolean {
  const words = terms.filter((term) => !/^~|\d/.test(term))
  if (words.includes('celeri') && words.some((word) => word !== 'celeri' && ownWords.has(word))) return true
  return words.some((word) => ownWords.has(word)) && words.every((word) => (idf[positions.get(word) ?? -1] ?? Infinity) <= rarestOrdinary)
}

function byScore(one: RankedSection, other: RankedSection): number {
  return other.score - one.score
}

function split<T>(items: readonly T[], at: number): readonly [readonly T[], readonly T[]] {
  return [items.slice(0, at), items.slice(at)]
}

function scoresByLabel(model: LinearModel, features: Features): ReadonlyMap<string, number> {
  const scores = model.score(features)
  return new Map(model.labels.map((label, index) => [label, scores[index] ?? 0]))
}

/** Names in a question that nobody has asked about yet, so that the models know nothing of them. */
function unknownNames({ text }: Question, { sectionModel: { positions } }: Guide): readonly string[] {
  return (text.match(/\w+/g) ?? []).filter((name) => !positions.has(stemsOf(name)[0] ?? ''))
}
