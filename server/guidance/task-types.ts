import type { Guide } from './guide.ts'
import type { Question } from './question.ts'

/** A kind that scores lower is not named: above 0 the request speaks for it. */
const leastScore = -0.5
/** A second kind is named where it scores as much. */
const leastOfSecond = 0

export interface TaskTypeGuess {
  readonly name: string
  /** The request speaks for it, so that advice for this kind is not out of place. */
  readonly isSure: boolean
}

/** The kinds of task that a question asks for, likeliest first: none, one, or two where both fit. */
export function recogniseTaskTypes({ taskTypeModel }: Guide, question: Question): readonly TaskTypeGuess[] {
  const scores = taskTypeModel.score(question.written)
  const likely = taskTypeModel.labels.map((name, index) => ({ name, score: scores[index] ?? 0 })).sort((one, other) => other.score - one.score)
  const named = likely.slice(0, 2).filter(({ score }, index) => score >= (index === 0 ? leastScore : leastOfSecond))
  return named.map(({ name, score }) => ({ name, isSure: score >= 0 }))
}

const symptoms = new Set(['~twice', '~stuck', '~never-runs', '~lost', '~no-row'])

/** Whether a question is about something that went wrong, so that advice for a new task is out of place. */
export function isAboutTrouble({ text, words }: Question): boolean {
  return /\bwhy\b|\w(?:Error|Exception)\b|\bTraceback\b/.test(text) || words.some((word) => symptoms.has(word))
}
