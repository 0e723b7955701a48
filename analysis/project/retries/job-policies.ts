import type { RetryOptionNames } from '../../frameworks/job-calls.ts'
import { builtInStrategies, retryOptions, strategyOptions } from '../../frameworks/queue-libraries.ts'
import type { RetryPolicy } from '../../model/task.ts'
import type { DispatchCall } from '../dispatches/dispatches.ts'
import { textOf } from '../files/text-of.ts'
import type { Inference } from '../inference/inference.ts'
import { functionOf } from '../inference/type.ts'
import { queueNameOf } from '../queues/queue-origins.ts'
import type { SharedOptions } from '../queues/shared-options.ts'
import { numberOf, textConstant } from '../queues/option-values.ts'
import { writtenOptions, type WrittenOptions } from '../queues/written-options.ts'
import type { TaskBook } from '../tasks/task-book.ts'
import { isLimitedByHand } from './hand-made-limits.ts'

/** A million tries a second apart take eleven days: whoever writes such a number wants no limit. */
const absurd = 1_000_000

/** Options of jobs by which they are tried for ever, each once, wherever it is written. */
export function jobPolicies(types: Inference, book: TaskBook, made: readonly DispatchCall[], shared: readonly SharedOptions[]): readonly RetryPolicy[] {
  const own = made.flatMap(({ dispatch, queueing }) =>
    (queueing?.jobs ?? []).flatMap(({ options, site }) =>
      policyOf(types, book, { ...dispatch, subject: dispatch.text, options: writtenOptions(types, options, site), isUnchecked: queueing?.form.isUnchecked === true }),
    ),
  )
  const ofAll = shared.flatMap((each) => policyOf(types, book, { ...each, queue: nameOf(types, each.queue), isUnchecked: false }))
  return [...new Map([...own, ...ofAll].map((policy) => [`${policy.file}:${String(policy.span.start)}`, policy])).values()]
}

interface Given {
  readonly framework: string
  readonly subject: string
  readonly queue: string | null
  readonly options: WrittenOptions
  readonly isUnchecked: boolean
}

function nameOf(types: Inference, queue: SharedOptions['queue']): string | null {
  if (queue === null) return null
  return queue.kind === 'named' ? queue.name : queueNameOf(types, queue)
}

function policyOf(types: Inference, book: TaskBook, given: Given): readonly RetryPolicy[] {
  const { framework, subject, options, isUnchecked } = given
  const names = retryOptions.get(framework)
  const option = names === undefined ? undefined : options.all.get(names.cap)
  const cap = option === undefined ? null : numberOf(types, option.value, option.site)
  if (names === undefined || option === undefined || cap === null || cap < absurd) return []
  const { file } = option.site
  const text = textOf(types.workspace, file, { start: option.nameSpan.start, end: option.value.span.end })
  const failure = failureOf(names, cap, isUnchecked)
  if (failure.failure === undefined && isCappedByWorker(types, book, given)) return []
  return [{ kind: 'dispatch', subject, file: file.path, span: option.nameSpan, cap: 'unlimited', text, ...failure }]
}

/** Whoever does the work looks at how often it was tried, or a strategy of the worker's own says when to stop. */
function isCappedByWorker(types: Inference, book: TaskBook, { queue, options }: Given): boolean {
  if (hasOwnStrategy(types, options)) return true
  return (queue === null ? [] : book.ofQueue(queue)).some(({ handler, options: { all } }) => {
    return all.some(({ name }) => strategyOptions.has(name)) || isLimitedByHand(handler.file, functionOf(handler).span)
  })
}

/** `backoff: { type: 'custom' }` */
function hasOwnStrategy(types: Inference, { all }: WrittenOptions): boolean {
  const backoff = all.get('backoff')
  const type = backoff === undefined ? undefined : writtenOptions(types, backoff.value, backoff.site).all.get('type')
  const name = type === undefined ? null : textConstant(types, type.value, type.site)
  return type !== undefined && (name === null || !builtInStrategies.has(name))
}

/** JSON has no infinity: where nobody looks, `null` is stored in its place. */
function failureOf({ greatest, beyond }: RetryOptionNames, cap: number, isUnchecked: boolean): Pick<RetryPolicy, 'failure'> {
  if (cap <= greatest) return {}
  return { failure: isUnchecked && cap === Infinity ? 'forgotten' : beyond }
}
