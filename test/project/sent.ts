import type { Dispatch } from '../../analysis/model/dispatch.ts'
import type { PayloadValue } from '../../analysis/model/value.ts'
import { linkProject } from '../../analysis/project/link.ts'
import { memoryWorkspace } from '../../analysis/project/files/memory-workspace.ts'

/** Every dispatch of a project, file by file in the order of the paths. */
export function dispatchesOf(files: Readonly<Record<string, string>>): readonly Dispatch[] {
  return linkProject(memoryWorkspace(new Map(Object.entries(files)))).files.flatMap(({ dispatches }) => dispatches)
}

/** Every value that the dispatches of a project put into a message. */
export function valuesSent(files: Readonly<Record<string, string>>): readonly PayloadValue[] {
  return dispatchesOf(files).flatMap(({ payload }) => payload.flatMap(({ values }) => values))
}
