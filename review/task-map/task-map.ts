import type { Dispatch } from '../../analysis/model/dispatch.ts'
import type { Project } from '../../analysis/model/project.ts'
import type { Schedule } from '../../analysis/model/schedule.ts'
import type { Span } from '../../analysis/model/source.ts'
import type { TaskDefinition, TaskLimit, TaskProfile } from '../../analysis/model/task.ts'
import type { Value } from '../../analysis/model/value.ts'

/** Tasks with who sends them, when, and under which limits. */
export interface TaskMap {
  /** By file and line. */
  readonly tasks: readonly MappedTask[]
  /** Dispatches in the files looked at of which nobody can tell what they send. */
  readonly unknownDispatches: number
}

/** A place; lines start at 1. */
export interface MapPlace {
  readonly file: string
  readonly line: number
}

export interface MappedTask extends MapPlace {
  readonly name: string
  /** `null`: the default one, or it is not known. */
  readonly queue: string | null
  /** `null`: nothing in sight retries it. */
  readonly retry: MappedRetry | null
  /** Those that are set; `null`: to a value that is not known. */
  readonly limits: Readonly<Partial<Record<TaskLimit['kind'], number | string | null>>>
  readonly schedules: readonly MappedSchedule[]
  readonly senders: readonly MappedSender[]
}

export interface MappedRetry {
  readonly by: 'itself' | 'by-hand' | 'queue'
  /** Tries after the first; `null`: not known. */
  readonly limit: number | 'unlimited' | null
}

export interface MappedSchedule extends MapPlace {
  readonly name: string | null
  readonly when: string | null
}

export interface MappedSender extends MapPlace {
  /** The function that sends, or the name of the task that does; `null`: the body of a module. */
  readonly by: string | null
  /** The position of that task among the tasks of the map. */
  readonly task: number | null
  /** Where the sender names another one than the task has. */
  readonly queue: string | null
}

/** Counts lines: the line that an offset in a file is on. */
export type LineOf = (file: string, offset: number) => number

/** Draws up the tasks in the files that `isReported` says yes for, with everything in the project that sends them. */
export function mapTasks(project: Project, isReported: (path: string) => boolean, lineOf: LineOf): TaskMap {
  const profiles = distinct(project.files.filter(({ path }) => isReported(path)).flatMap((file) => inOrder(file.profiles)))
  const dispatches = project.files.flatMap((file) => file.dispatches).filter(({ timing }) => timing !== 'again')
  const schedules = project.files.flatMap((file) => file.schedules)
  const byTask = groupByTask(dispatches)
  const scheduled = groupByTask(schedules)
  const places = new Map(profiles.map(({ task }, index) => [keyOf(task), index]))
  const names = profiles.map(nameOf)
  const tasks = profiles.map((profile, index): MappedTask => {
    const { task } = profile
    return {
      name: names[index] ?? task.handlerName,
      file: task.file,
      line: lineOf(task.file, task.nameSpan.start),
      queue: known(profile.queue),
      retry: profile.retry.by === null ? null : { by: profile.retry.by, limit: known(profile.retry.limit) },
      limits: Object.fromEntries(profile.limits.map(({ kind, value }) => [kind, known(value)])),
      schedules: (scheduled.get(keyOf(task)) ?? []).map((schedule) => mapSchedule(schedule, lineOf)),
      senders: (byTask.get(keyOf(task)) ?? []).filter((dispatch) => !isSchedule(dispatch, schedules)).map((dispatch) => mapSender(dispatch, profile, { profiles, places, names, lineOf })),
    }
  })
  const unknown = dispatches.filter(({ task, file }) => task === null && isReported(file))
  return { tasks, unknownDispatches: unknown.length }
}

function inOrder(profiles: readonly TaskProfile[]): readonly TaskProfile[] {
  return profiles.toSorted((one, other) => one.task.span.start - other.task.span.start)
}

/** One function that does several jobs of a queue, or of queues that cannot be told, is one task. */
function distinct(profiles: readonly TaskProfile[]): readonly TaskProfile[] {
  return [...new Map(profiles.map((profile) => [keyOf(profile.task), profile])).values()]
}

function nameOf({ name, task }: TaskProfile): string {
  return name.state === 'known' ? name.value : task.handlerName
}

function known<T>(value: Value<T>): T | null {
  return value.state === 'known' ? value.value : null
}

/** Definitions are told apart by their place and, where one function does the work of several queues, by name. */
function keyOf({ file, span, name }: TaskDefinition): string {
  return `${file}:${String(span.start)}:${name.state === 'known' ? name.value : ''}`
}

function groupByTask<T extends { readonly task: TaskDefinition | null }>(items: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    if (item.task === null) continue
    const group = groups.get(keyOf(item.task))
    if (group === undefined) groups.set(keyOf(item.task), [item])
    else group.push(item)
  }
  return groups
}

/** What is sent again and again is listed as that alone. */
function isSchedule({ file, span }: Dispatch, schedules: readonly Schedule[]): boolean {
  return schedules.some((schedule) => schedule.file === file && isWithin(span, schedule.span))
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end
}

function mapSchedule({ file, span, name, timing }: Schedule, lineOf: LineOf): MappedSchedule {
  return { file, line: lineOf(file, span.start), name, when: timing }
}

interface Mapping {
  readonly profiles: readonly TaskProfile[]
  /** Positions in the map. */
  readonly places: ReadonlyMap<string, number>
  readonly names: readonly string[]
  readonly lineOf: LineOf
}

function mapSender({ file, span, caller, queue }: Dispatch, sent: TaskProfile, { profiles, places, names, lineOf }: Mapping): MappedSender {
  const around = profiles.find(({ task }) => task.file === file && isWithin(span, task.span))
  const task = around === undefined ? undefined : places.get(keyOf(around.task))
  const by = task === undefined ? caller : (names[task] ?? caller)
  return { file, line: lineOf(file, span.start), by, task: task ?? null, queue: queue === known(sent.queue) ? null : queue }
}
