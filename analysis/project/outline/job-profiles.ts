import { workerLimitOptions } from '../../frameworks/bullmq.ts'
import { retryOptions } from '../../frameworks/queue-libraries.ts'
import type { TaskLimit, TaskRetry } from '../../model/task.ts'
import type { Value } from '../../model/value.ts'
import type { DispatchCall } from '../dispatches/dispatches.ts'
import { constantOf } from '../inference/constants.ts'
import type { Inference } from '../inference/inference.ts'
import { defaultOptions } from '../queues/default-options.ts'
import { numberOf } from '../queues/option-values.ts'
import type { Queueing } from '../queues/queueing.ts'
import { noOptions, writtenOptions, type WrittenOption } from '../queues/written-options.ts'
import type { SentJob } from '../queues/sent-jobs.ts'
import type { Task } from '../tasks/task-table.ts'

const dynamic = { state: 'dynamic' } as const

/** How often jobs of a queue are tried again: what all that are sent to it agree on; unknown where one may go there unseen. */
export function jobRetry(types: Inference, framework: string, queue: Value<string>, made: readonly DispatchCall[]): TaskRetry {
  const sent = made.filter(({ dispatch }) => dispatch.framework === framework)
  const own = sent.filter(({ dispatch }) => queue.state === 'known' && dispatch.queue === queue.value)
  if (own.length === 0 || sent.some(({ dispatch }) => dispatch.queue === null)) return { by: null, limit: dynamic }
  const limits = new Set(own.flatMap(({ queueing }) => limitsOf(types, framework, queueing)))
  const [limit] = limits
  if (limit === undefined || limit === null || limits.size > 1) return { by: null, limit: dynamic }
  if (limit === 0) return { by: null, limit: { state: 'absent' } }
  return { by: 'queue', limit: { state: 'known', value: Number.isFinite(limit) ? limit : 'unlimited' } }
}

/** For each job; `null`: cannot be told. */
function limitsOf(types: Inference, framework: string, queueing: Queueing | null): readonly (number | null)[] {
  return queueing === null ? [null] : queueing.jobs.map((job) => limitOf(types, framework, queueing, job))
}

function limitOf(types: Inference, framework: string, { form, origin }: Queueing, { options, site, isInSight }: SentJob): number | null {
  const names = retryOptions.get(framework)
  if (names === undefined || !isInSight) return null
  const own = writtenOptions(types, options, site)
  const triesIn = (option: WrittenOption): number | null => {
    const tries = numberOf(types, option.value, option.site)
    return tries === null ? null : Math.max(0, tries - names.noRetry)
  }
  const cap = own.all.get(names.cap)
  if (cap !== undefined) return triesIn(cap)
  const defaults = form.hasNoDefaults ? noOptions : origin === null ? null : defaultOptions(types, origin)
  if (!own.isComplete || defaults === null || !defaults.isComplete) return null
  const shared = defaults.all.get(names.cap)
  if (shared !== undefined) return triesIn(shared)
  return names.needsCap ? 0 : null
}

/** What a worker of a queue is limited to. */
export function workerLimits(types: Inference, { options }: Task): readonly TaskLimit[] {
  return options.all.flatMap((option): readonly TaskLimit[] => {
    if (option.name === workerLimitOptions.concurrency) return [{ kind: 'concurrency', value: numberValue(types, option) }]
    return option.name === workerLimitOptions.limiter ? [{ kind: 'rate', value: rateOf(types, option) }] : []
  })
}

type OptionValue = Pick<WrittenOption, 'value' | 'site'>

function numberValue(types: Inference, { value, site }: OptionValue): Value<number> {
  const constant = constantOf(types, value, site)
  return constant.state === 'known' && typeof constant.value === 'number' ? { state: 'known', value: constant.value } : dynamic
}

/** `{ max: 10, duration: 1000 }` */
function rateOf(types: Inference, { value, site }: OptionValue): Value<string> {
  const { all } = writtenOptions(types, value, site)
  const [most, period] = [all.get(workerLimitOptions.most), all.get(workerLimitOptions.period)].map((option) => (option === undefined ? dynamic : numberValue(types, option)))
  return most?.state === 'known' && period?.state === 'known' ? { state: 'known', value: `${String(most.value)} in ${String(period.value)} ms` } : dynamic
}
