import type { SectionData } from './guide-data.ts'
import type { Guide } from './guide.ts'
import { nearestPhrase } from './nearest-phrase.ts'
import { noProject, type ProjectFacts } from './project-facts.ts'
import { termsOf } from './terms.ts'
import type { CodeFact } from './code-facts.ts'

/** Why a section was chosen, in a few words each; and the tokens that this may take at most, as JSON. */
export interface Reasons {
  readonly texts: readonly string[]
  readonly json: number
}

/** A phrase that shares less with the request is no reason. */
const leastSimilar = 0.3
const mostWords = 4
const longestWord = 20

/** The phrase of the section that is nearest to the request, the words both share, and the facts of the code that lead there. */
export function reasonsFor(section: SectionData, request: string, facts: readonly CodeFact[], guide: Guide, project: ProjectFacts = noProject): Reasons {
  const nearest = nearestPhrase(section, termsOf(request), guide)
  const phrase = nearest !== null && nearest.similarity >= leastSimilar ? nearest.phrase : null
  const words = sharedWords(section, request, guide)
  const seen = facts.filter(({ name }) => section.identifiers.includes(name)).slice(0, mostWords)
  const ofProject = project.reasons(section, request)
  const texts = [
    ...(phrase === null ? [] : [`asked like: ${phrase.text}`]),
    ...(words.length === 0 ? [] : [`words: ${words.join(', ')}`]),
    ...seen.map(({ kind, name }) => `${kind}: ${name}`),
    ...ofProject,
  ]
  const phraseTokens = phrase === null ? 0 : phrase.json + 6
  return { texts, json: phraseTokens + mostTokens(words) + mostTokens(seen.map(({ name }) => name)) + mostTokens(ofProject) }
}

/** A word has at most as many tokens as letters; those around it are counted with the frame. */
function mostTokens(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + word.length + 2, 0)
}

/** Words of the request that stand in what people say for this section, the rarest first. */
function sharedWords({ phrases }: SectionData, request: string, { sectionModel }: Guide): readonly string[] {
  const known = new Set(termsOf(phrases.lines))
  const words = (request.match(/[A-Za-z_]+/g) ?? []).filter((word) => word.length <= longestWord)
  const rated = new Map<string, number>()
  for (const word of words) {
    const shared = termsOf(word).filter((term) => known.has(term) && !term.startsWith('~'))
    if (shared.length > 0) rated.set(word.toLowerCase(), Math.max(...shared.map((term) => sectionModel.rarityOf(term) ?? 0)))
  }
  return [...rated].sort(([, one], [, other]) => other - one).slice(0, mostWords).map(([word]) => word)
}
