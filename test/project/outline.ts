import type { Project } from '../../analysis/model/project.ts'
import type { TaskProfile } from '../../analysis/model/task.ts'
import type { Value } from '../../analysis/model/value.ts'
import { linkProject } from '../../analysis/project/link.ts'
import { memoryWorkspace } from '../../analysis/project/files/memory-workspace.ts'

/** The linked model of these texts by path. */
export function linked(files: Readonly<Record<string, string>>): Project {
  return linkProject(memoryWorkspace(new Map(Object.entries(files))))
}

/** One line for every task: `name queue=… retry=… limits…`, `?` for what is not known, nothing for what is not set. */
export function profilesOf(files: Readonly<Record<string, string>>): readonly string[] {
  return linked(files).files.flatMap(({ profiles }) => profiles.map(showProfile))
}

function showProfile({ name, queue, retry, limits, acknowledgedLate }: TaskProfile): string {
  const retries = retry.by === null ? (retry.limit.state === 'dynamic' ? 'retry=?' : '') : `retry=${retry.by}:${show(retry.limit)}`
  const parts = [
    show(name),
    queue.state === 'absent' ? '' : `queue=${show(queue)}`,
    retries,
    ...limits.map(({ kind, value }) => `${kind}=${show(value)}`),
    acknowledgedLate.state === 'known' && acknowledgedLate.value ? 'late' : '',
  ]
  return parts.filter((part) => part !== '').join(' ')
}

function show(value: Value<string | number>): string {
  return value.state === 'known' ? String(value.value) : '?'
}
