import { djangoTasks } from '../../frameworks/django-tasks.ts'
import type { TaskLimit, TaskProfile, TaskRetry } from '../../model/task.ts'
import type { Value } from '../../model/value.ts'
import type { DispatchCall } from '../dispatches/dispatches.ts'
import type { Constant } from '../inference/constants.ts'
import type { Inference } from '../inference/inference.ts'
import type { TaskBook } from '../tasks/task-book.ts'
import type { Task } from '../tasks/task-table.ts'
import { jobRetry, workerLimits } from './job-profiles.ts'
import { queueRoutes, type QueueRoutes } from './queue-routes.ts'
import { optionConstant, writtenOption } from './task-options.ts'
import { workOf } from './work-facts.ts'
import { taskName } from './task-names.ts'
import { taskRetry } from './task-retry.ts'

/** How each task is run: by its options, the settings that hold for all, and, for work of queues, by the options of the jobs. */
export function taskProfiles(types: Inference, book: TaskBook, made: readonly DispatchCall[]): readonly TaskProfile[] {
  const tasks = book.all()
  if (tasks.length === 0) return []
  const routes = queueRoutes(types)
  return tasks.map((task) => profileOf(types, task, routes, made))
}

function profileOf(types: Inference, task: Task, routes: QueueRoutes, made: readonly DispatchCall[]): TaskProfile {
  const { definition } = task
  const name = taskName(types, task)
  if (task.queue !== null) {
    return { task: definition, name, queue: task.queue, retry: jobRetry(types, definition.framework, task.queue, made), limits: workerLimits(types, task), work: workOf(types, task), acknowledgedLate: { state: 'dynamic' } }
  }
  if (definition.framework === djangoTasks) return djangoProfile(types, task, name)
  return {
    task: definition, name,
    queue: queueOf(types, task, name, routes),
    retry: taskRetry(types, task, made),
    limits: limitsOf(types, task),
    work: workOf(types, task),
    acknowledgedLate: ofType(optionConstant(types, task, 'acks_late', 'task_acks_late'), 'boolean'),
  }
}

const neverRetried: TaskRetry = { by: null, limit: { state: 'absent' } }

/** Its queue is an option of the decorator; retries are for the backend to make, which is out of sight. */
function djangoProfile(types: Inference, task: Task, name: Value<string>): TaskProfile {
  const queue = ofType(optionConstant(types, task, 'queue_name', null), 'string')
  return { task: task.definition, name, queue, retry: neverRetried, limits: [], work: workOf(types, task), acknowledgedLate: { state: 'dynamic' } }
}

/** Its own option, else the route of its name. */
function queueOf(types: Inference, task: Task, name: Value<string>, routes: QueueRoutes): Value<string> {
  const own = ofType(optionConstant(types, task, 'queue', null), 'string')
  if (own.state !== 'absent' || writtenOption(types, task, 'queue') !== null) return own
  return routes.queueOf(name)
}

const limitOptions: readonly { readonly kind: TaskLimit['kind']; readonly option: string; readonly setting: string | null }[] = [
  { kind: 'time', option: 'time_limit', setting: 'task_time_limit' },
  { kind: 'soft_time', option: 'soft_time_limit', setting: 'task_soft_time_limit' },
  { kind: 'rate', option: 'rate_limit', setting: 'task_default_rate_limit' },
  { kind: 'expires', option: 'expires', setting: null },
]

/** Those that are set; one that may be set out of sight is left out. */
function limitsOf(types: Inference, task: Task): readonly TaskLimit[] {
  return limitOptions.flatMap(({ kind, option, setting }) => {
    const value = optionConstant(types, task, option, setting)
    if (value.state === 'absent' || (value.state === 'known' && value.value === null)) return []
    if (value.state === 'dynamic' && writtenOption(types, task, option) === null) return []
    return [{ kind, value: ofType(value, 'number', 'string') }]
  })
}

type Named = { readonly boolean: boolean; readonly number: number; readonly string: string }

/** A value of another type is as good as unknown; `None` as none. */
function ofType<K extends keyof Named>(value: Value<Constant>, ...kinds: readonly K[]): Value<Named[K]> {
  if (value.state !== 'known') return value
  if (value.value === null) return { state: 'absent' }
  return isOneOf(value.value, kinds) ? { state: 'known', value: value.value } : { state: 'dynamic' }
}

function isOneOf<K extends keyof Named>(value: string | number | boolean, kinds: readonly K[]): value is Named[K] {
  return kinds.some((kind) => typeof value === kind)
}
