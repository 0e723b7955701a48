import { type MappedProject, mapPaths } from '../../review/map-paths.ts'
import { drawTaskMap } from '../../review/task-map/mermaid.ts'
import type { MappedSender, MappedTask } from '../../review/task-map/task-map.ts'
import { RequestError } from '../request-error.ts'
import { resolveInside } from '../roots.ts'
import { quoteAll, quoted, quoteRefusal } from './quoted.ts'

export interface MapRequest {
  /** Files and folders, absolute or relative to a root; none: all roots. */
  readonly paths?: readonly string[] | undefined
}

/** What goes over the wire. */
export interface MapAnswer {
  /** What every `file` is relative to. */
  readonly root: string
  readonly tasks: readonly AnsweredTask[]
  /** A flowchart in Mermaid's notation. */
  readonly mermaid: string
  /** What is left out or could not be read, a sentence each. */
  readonly problems: readonly string[]
}

export interface AnsweredTask extends Pick<MappedTask, 'name' | 'file' | 'line' | 'queue' | 'retry' | 'limits' | 'schedules'> {
  readonly dispatched_from: readonly AnsweredSender[]
}

export interface AnsweredSender extends Pick<MappedSender, 'file' | 'line' | 'by'> {
  /** Where the sender names another one than the task has. */
  readonly queue?: string
}

/** More than this fills the memory of an assistant. */
const mostTasks = 100

/**
 * Maps the tasks in files and folders below `roots` (absolute, links resolved), which nothing outside of is read. Throws a
 * `RequestError` or a `ReviewError`, both with a message for the one who asked, where the request cannot be met.
 */
export async function mapTasks({ paths }: MapRequest, roots: readonly string[]): Promise<MapAnswer> {
  const wanted = paths === undefined || paths.length === 0 ? roots : paths
  if (wanted.length === 0) throw new RequestError('Give `paths` below an allowed root; there is none yet.')
  const allowed = await Promise.all(wanted.map((path) => resolveInside(path, roots)))
  const [{ root: directory } = { root: '' }] = allowed
  return toMapAnswer(await quoteRefusal(mapPaths({ paths: allowed.map(({ path }) => path), directory, boundaries: allowed.map(({ root }) => root) })), mostTasks)
}

/** @param most how many tasks are listed. */
export function toMapAnswer(mapped: MappedProject, most: number = Infinity): MapAnswer {
  const { root, tasks, unknownDispatches, problems } = mapped
  const left = tasks.length - Math.min(tasks.length, most)
  return {
    ...quoteAll({
      root,
      tasks: tasks.slice(0, most).map(toTask),
      problems: [
        ...problems,
        ...(left > 0 ? [`${String(left)} more tasks are left out; map a folder or file of them.`] : []),
        ...(unknownDispatches > 0 ? [`${String(unknownDispatches)} ${unknownDispatches === 1 ? 'dispatch sends' : 'dispatches send'} something that cannot be told from the code.`] : []),
      ],
    }),
    mermaid: drawTaskMap(mapped).split('\n').map(quoted).join('\n'),
  }
}

function toTask({ name, file, line, queue, retry, limits, schedules, senders }: MappedTask): AnsweredTask {
  return { name, file, line, queue, retry, limits, schedules, dispatched_from: senders.map(toSender) }
}

function toSender({ file, line, by, queue }: MappedSender): AnsweredSender {
  return { file, line, by, ...(queue === null ? {} : { queue }) }
}
