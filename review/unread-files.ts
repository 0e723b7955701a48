import { join } from 'node:path'
import { readSource } from '../analysis/project/files/read-source.ts'
import type { SkippedFile } from '../analysis/project/files/walk.ts'
import type { Workspace } from '../analysis/project/files/workspace.ts'

/** The files among `paths` whose text the workspace could not give, with the reason. `root` is absolute. */
export function findUnreadFiles(root: string, workspace: Workspace, paths: readonly string[]): readonly SkippedFile[] {
  return paths.flatMap((file) => {
    if (workspace.isReadable(file)) return []
    const { reason, isFailure } = readSource(join(root, file))
    return [{ file, reason: reason ?? 'changed while it was being reviewed', isFailure }]
  })
}
