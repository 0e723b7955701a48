import type { GuideSection } from './guide.ts'
import type { Vocabulary } from './linear-model.ts'
import type { Question } from './question.ts'
import type { RankedSection } from './rank.ts'
import type { RequestContext } from './request-context.ts'
import { stemsOf } from './terms.ts'

/** Why a section was chosen, in a few words each; and the tokens that this may take at most, as JSON. */
export interface Reasons {
  readonly texts: readonly string[]
  readonly json: number
}

/** A phrase that shares less with the request is no reason. */
const leastSimilar = 0.3
const mostWords = 4
const longestWord = 20

/** The phrase of the section that is nearest to the question, the words both share, and the facts of the code and of the project that lead there. */
export function reasonsFor({ section, nearest }: RankedSection, question: Question, { facts, project }: RequestContext, vocabulary: Vocabulary): Reasons {
  const { lines, json } = section.phrases
  const index = nearest !== null && nearest.similarity >= leastSimilar ? nearest.index : null
  const words = sharedWords(section, question, vocabulary)
  const seen = facts.filter(({ name }) => section.identifiers.includes(name)).slice(0, mostWords)
  const ofProject = project.reasons(section, question.text)
  const texts = [
    ...(index === null ? [] : [`asked like: ${lines.split('\n')[index] ?? ''}`]),
    ...(words.length === 0 ? [] : [`words: ${words.join(', ')}`]),
    ...seen.map(({ kind, name }) => `${kind}: ${name}`),
    ...ofProject,
  ]
  const phraseTokens = index === null ? 0 : (json[index] ?? 0) + 6
  return { texts, json: phraseTokens + mostTokens(words) + mostTokens(seen.map(({ name }) => name)) + mostTokens(ofProject) }
}

/** A word has at most as many tokens as letters; those around it are counted with the frame. */
function mostTokens(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + word.length + 2, 0)
}

/** Words of the question that stand in what people say for this section, the rarest first. */
function sharedWords({ features }: GuideSection, { text }: Question, { positions, idf }: Vocabulary): readonly string[] {
  const known = new Set(features)
  const words = new Set((text.match(/[A-Za-z_]+/g) ?? []).filter((word) => word.length <= longestWord).map((word) => word.toLowerCase()))
  const rated = [...words].flatMap((word): readonly (readonly [word: string, idf: number])[] => {
    const shared = stemsOf(word).flatMap((stem) => positions.get(stem) ?? []).filter((position) => known.has(position))
    return shared.length === 0 ? [] : [[word, Math.max(...shared.map((position) => idf[position] ?? 0))]]
  })
  return rated.sort(([, one], [, other]) => other - one).slice(0, mostWords).map(([word]) => word)
}
