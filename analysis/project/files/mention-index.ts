import { isProductionFile } from './file-role.ts'
import type { Workspace } from './workspace.ts'

/** Answers `Workspace.mentioning` for files that do not change: each identifier is looked for once. */
export function indexMentions(paths: readonly string[], mentions: Workspace['mentions']): Workspace['mentioning'] {
  const known = new Map<string, readonly string[]>()
  return (identifier) => {
    let found = known.get(identifier)
    if (found === undefined) {
      found = paths.filter((path) => isProductionFile(path) && mentions(path, identifier))
      known.set(identifier, found)
    }
    return found
  }
}

/** The production files that may mention one of the identifiers, in order. */
export function pathsMentioningAny(workspace: Pick<Workspace, 'mentioning'>, identifiers: readonly string[]): readonly string[] {
  return [...new Set(identifiers.flatMap((identifier) => workspace.mentioning(identifier)))].sort()
}
