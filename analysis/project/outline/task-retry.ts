import { celeryRetryLimit } from '../../frameworks/celery.ts'
import type { TaskRetry } from '../../model/task.ts'
import type { Value } from '../../model/value.ts'
import type { DispatchCall } from '../dispatches/dispatches.ts'
import { recordEntry } from '../facts/record-entry.ts'
import { constantOf, type Constant } from '../inference/constants.ts'
import type { Inference } from '../inference/inference.ts'
import { writtenValue } from '../inference/written-value.ts'
import type { Task } from '../tasks/task-table.ts'
import { isInSight, optionConstant, writtenOption } from './task-options.ts'

/** What retries a task of Celery, and how often. */
export function taskRetry(types: Inference, task: Task, made: readonly DispatchCall[]): TaskRetry {
  const calls = retryCalls(task, made)
  const isAutomatic = writtenOption(types, task, 'autoretry_for') !== null
  if (!isAutomatic && calls.length === 0) return { by: null, limit: isInSight(types, task) ? { state: 'absent' } : { state: 'dynamic' } }
  const by = isAutomatic ? 'itself' : 'by-hand'
  const isDecidedByCalls = calls.some(({ call }) => call.arguments.some(({ name, spread }) => name === 'max_retries' || spread === 'keyword'))
  return { by, limit: isDecidedByCalls ? { state: 'dynamic' } : limitOf(types, task, isAutomatic) }
}

/** The calls in its body by which it sends itself anew. */
function retryCalls({ definition }: Task, made: readonly DispatchCall[]): readonly DispatchCall[] {
  const { file, span } = definition
  return made.filter(({ dispatch }) => dispatch.timing === 'again' && dispatch.file === file && dispatch.span.start >= span.start && dispatch.span.end <= span.end)
}

/** Automatic retries may be given a limit of their own in `retry_kwargs`. */
function limitOf(types: Inference, task: Task, isAutomatic: boolean): TaskRetry['limit'] {
  const own = isAutomatic ? limitInKwargs(types, task) : { state: 'absent' as const }
  if (own.state !== 'absent') return toLimit(own)
  return toLimit(optionConstant(types, task, 'max_retries', null))
}

function limitInKwargs(types: Inference, task: Task): Value<Constant> {
  const option = writtenOption(types, task, 'retry_kwargs')
  if (option === null) return { state: 'absent' }
  const written = writtenValue(types, option.expression, option.site)
  if (written?.expression.kind !== 'record' || written.expression.entries.some(({ key }) => key === null)) return { state: 'dynamic' }
  const entry = recordEntry(written.expression, 'max_retries')
  const value = entry === null ? null : constantOf(types, entry, written.site)
  // `None` in these arguments leaves the task's own limit as it is.
  return value === null || (value.state === 'known' && value.value === null) ? { state: 'absent' } : value
}

function toLimit(value: Value<Constant>): TaskRetry['limit'] {
  if (value.state === 'absent') return { state: 'known', value: celeryRetryLimit }
  if (value.state === 'dynamic') return value
  if (value.value === null) return { state: 'known', value: 'unlimited' }
  return typeof value.value === 'number' ? { state: 'known', value: value.value } : { state: 'dynamic' }
}
