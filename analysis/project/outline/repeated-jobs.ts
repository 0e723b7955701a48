import { repeatOption } from '../../frameworks/bullmq.ts'
import type { Schedule } from '../../model/schedule.ts'
import type { DispatchCall } from '../dispatches/dispatches.ts'
import { callSite } from '../facts/site.ts'
import type { Inference } from '../inference/inference.ts'
import { writtenOptions } from '../queues/written-options.ts'
import { timingText } from './timing-text.ts'

/** Jobs that a queue sends again and again: `boss.schedule('sync', '0 3 * * *')`, `queue.add('sync', {}, { repeat: … })`. */
export function repeatedJobs(types: Inference, made: readonly DispatchCall[]): readonly Schedule[] {
  return made.flatMap((each) => {
    const timing = timingOf(types, each)
    const { file, span, task, taskName, queue } = each.dispatch
    return timing === null ? [] : [{ file, span, name: taskName, task, taskName: queue, timing }]
  })
}

function timingOf(types: Inference, { call, file, queueing }: DispatchCall): string | null {
  if (queueing === null) return null
  const { timing } = queueing.form
  const when = timing === undefined ? undefined : call.arguments[timing]
  if (when !== undefined) return timingText(types, when.value, callSite(file, call))
  const repeats = queueing.jobs.flatMap(({ options, site }) => writtenOptions(types, options, site).all.get(repeatOption) ?? [])
  const [repeat] = repeats
  return repeat === undefined ? null : timingText(types, repeat.value, repeat.site)
}
