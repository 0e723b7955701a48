import type { Guide } from './guide.ts'

/** A kind that is less likely than this is not named. */
const leastLikely = 0.3
/** A second kind is named where it is nearly as likely as the first. */
const nearlyAsLikely = 0.6

/** The kinds of task that a request asks for, likeliest first: none, one, or two where both fit. */
export function recogniseTaskTypes({ taskTypeModel }: Guide, terms: readonly string[]): readonly string[] {
  const likely = taskTypeModel
    .classify(terms)
    .map((probability, index) => ({ name: taskTypeModel.labels[index] ?? '', probability }))
    .sort((one, other) => other.probability - one.probability)
  const [first, second] = likely
  if (first === undefined || first.probability < leastLikely) return []
  return second !== undefined && second.probability > first.probability * nearlyAsLikely ? [first.name, second.name] : [first.name]
}
