import type { Answer, Answerer } from './answerers.ts'
import type { EvalSet, Question } from './sets.ts'

/** What was measured of one way of answering on one set. Shares are from 0 to 1, times in milliseconds. */
export interface Measures {
  readonly hitAt1: number
  readonly hitAt3: number
  readonly reciprocalRank: number
  readonly mustMentionAt3: number
  readonly gainAt5: number
  readonly falseAnswers: number
  /** `null` where it names no kinds of task. */
  readonly taskType: number | null
  readonly tokensMedian: number
  readonly tokensP95: number
  readonly latencyP50: number
  readonly latencyP99: number
}

/** Asks everything of a set, one question after the other. */
export async function measure(answerer: Answerer, set: EvalSet): Promise<Measures> {
  const times: number[] = []
  const ask = async (query: string): Promise<Answer | null> => {
    const start = performance.now()
    const answer = await answerer.answer(query)
    times.push(performance.now() - start)
    return answer
  }
  const answers: { question: Question; answer: Answer | null }[] = []
  for (const question of set.questions) answers.push({ question, answer: await ask(question.query) })
  const falseAnswers = (await inTurn(set.negatives, ({ query }) => ask(query))).filter((answer) => answer !== null).length
  const { taskType } = answerer
  const types = taskType === undefined ? null : await inTurn(set.taskTypes, async ({ query, task_type: right }) => (await taskType(query)) === right)
  const share = (holds: (answer: Answer, question: Question) => boolean): number =>
    answers.filter(({ question, answer }) => answer !== null && holds(answer, question)).length / answers.length
  const mean = (value: (answer: Answer, question: Question) => number): number =>
    answers.reduce((sum, { question, answer }) => sum + (answer === null ? 0 : value(answer, question)), 0) / answers.length
  const tokens = answers.flatMap(({ answer }) => (answer === null ? [] : [answer.tokens]))
  return {
    hitAt1: share(({ references }, { refs }) => refs.includes(references[0] ?? '')),
    hitAt3: share(({ references }, { refs }) => references.slice(0, 3).some((id) => refs.includes(id))),
    reciprocalRank: mean(({ ranking }, { refs }) => 1 / (1 + ranking.findIndex((id) => refs.includes(id)) || Infinity)),
    mustMentionAt3: share(({ text }, { must_mention: words }) => words.some((word) => text.includes(word.toLowerCase()))),
    gainAt5: mean(({ ranking }, { refs }) => gain(ranking.slice(0, 5), refs)),
    falseAnswers: falseAnswers / set.negatives.length,
    taskType: types === null ? null : types.filter(Boolean).length / types.length,
    tokensMedian: quantile(tokens, 0.5),
    tokensP95: quantile(tokens, 0.95),
    latencyP50: quantile(times, 0.5),
    latencyP99: quantile(times, 0.99),
  }
}

async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = []
  for (const item of items) results.push(await work(item))
  return results
}

/** Discounted gain of the first places, as a share of the best that so many right ones could give. */
function gain(ranking: readonly string[], refs: readonly string[]): number {
  const discount = (index: number): number => 1 / Math.log2(index + 2)
  const sum = ranking.reduce((total, id, index) => total + (refs.includes(id) ? discount(index) : 0), 0)
  return sum / ranking.reduce((total, _, index) => total + discount(index), 0)
}


function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
