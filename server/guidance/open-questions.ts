import type { QuestionData } from './guide-data.ts'
import type { Guide } from './guide.ts'

/** The key questions that neither the words of a request nor the kind of task it asks for answer. None where it asks for no kind of task. */
export function openQuestions({ questions, taskTypes }: Guide, request: string, types: readonly string[]): readonly QuestionData[] {
  if (types.length === 0) return []
  const settled = new Set(taskTypes.filter(({ name }) => types.includes(name)).flatMap(({ settles }) => settles))
  return questions.filter(({ id, answeredBy }) => !settled.has(id) && !new RegExp(answeredBy, 'i').test(request))
}
