import { automaticRetryOptions, workerLossSettings } from '../../frameworks/celery.ts'
import type { IdleRetryOption } from '../../model/task.ts'
import { constantOf } from '../inference/constants.ts'
import { decoratorCallee } from './decorations.ts'
import type { Inference } from '../inference/inference.ts'
import { mentionsSetting } from '../settings/setting-readers.ts'
import { isInertBase } from './task-bases.ts'
import { usesOfTask, type TaskObject } from './task-object.ts'
import type { Decoration, GivenOption } from './task-table.ts'
import { rawText } from '../files/text-of.ts'
import { functionOf, type FunctionRef } from '../inference/type.ts'

/** Retry options that do nothing, where everything that could use them is in sight. */
export function idleRetryOptions(types: Inference, task: TaskObject, decoration: Decoration): readonly IdleRetryOption[] {
  const { all, isComplete } = task.options
  const isInSight = isComplete && task.bases.every((base) => isInertBase(types, base))
  if (!isInSight || all.some((option) => option.name === 'autoretry_for' && !isOff(types, option))) return []
  const unused = all.filter((option) => option.isOwn && !isOff(types, option))
  const automatic = unused.filter(({ name }) => automaticRetryOptions.has(name) && usesOfTask(types, task, name).length === 0)
  const idle = automatic.map(({ name, span }) => ({ name, nameSpan: span, needs: 'autoretry_for' }))
  const cap = unused.find(({ name }) => name === 'max_retries')
  if (cap === undefined || mayRetry(types, task, decoration) || usesOfTask(types, task, cap.name).length > 0) return idle
  return [...idle, { name: cap.name, nameSpan: cap.span, needs: null }]
}

/** Switched off, so that doing nothing is what it asks for. */
function isOff(types: Inference, { value, site }: GivenOption): boolean {
  if (value.kind === 'record') return value.entries.length === 0
  if (value.kind === 'tuple' || value.kind === 'list') return value.items.length === 0
  const constant = constantOf(types, value, site)
  return constant.state === 'known' && (constant.value === false || constant.value === 0)
}

/** Anything in the task, around it or called with it might ask for a retry. */
function mayRetry(types: Inference, task: TaskObject, decoration: Decoration): boolean {
  if (isWrapped(types, task.handler, decoration) || retriesWhenLost(types, task)) return true
  const { nameSpan, span } = functionOf(task.handler)
  const body = rawText(types.workspace, task.handler.file, { start: nameSpan.end, end: span.end })
  return /retry|current_task/i.test(body) || usesOfTask(types, task, 'retry').length > 0
}

/** Another decorator runs inside the task and can reach it. */
function isWrapped(types: Inference, ref: FunctionRef, decoration: Decoration): boolean {
  return functionOf(ref).decorators.some((decorator) => {
    if (decorator === decoration.decorator) return false
    const { callee } = decoratorCallee(types, ref, decorator)
    return callee.kind !== 'external' || !callee.name.startsWith('django.')
  })
}

/** The worker itself starts the task again when its process was killed. */
function retriesWhenLost(types: Inference, { options }: TaskObject): boolean {
  return options.all.some(({ name }) => name === 'retry_on_worker_lost') || mentionsSetting(types.workspace, workerLossSettings)
}
