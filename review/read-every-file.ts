import type { Workspace } from '../analysis/project/files/workspace.ts'

const mostFiles = 400
/** UTF-16 units of text, about a fifth of a second. */
const mostText = 600_000

/**
 * Parses the files in scope that no question led to, so that every syntax error is known. A large project is spared that:
 * what nobody asks for there is read, and not parsed.
 */
export function readEveryFile(workspace: Workspace, isReported: (path: string) => boolean): void {
  const paths = workspace.paths.filter(isReported)
  if (paths.length > mostFiles) return
  const size = paths.reduce((sum, path) => sum + (workspace.text(path)?.length ?? 0), 0)
  if (size > mostText) return
  for (const path of paths) workspace.facts(path)
}
