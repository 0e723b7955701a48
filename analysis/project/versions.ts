import { declaredRanges, type Declared } from './declared-versions.ts'
import { lockedVersions } from './locked-versions.ts'
import { exactly, isAtLeast, span, type VersionRange } from './version-ranges.ts'
import type { Workspace } from './workspace.ts'

const remembered = new WeakMap<Workspace, ReadonlyMap<string, VersionRange>>()

/**
 * The versions of each package (lower case, `-`) that the project can be installed with: what its lock files say, else its
 * exact pins, else the ranges it declares. Where several files differ, the range holds what all of them say.
 */
export function versionRanges(workspace: Workspace): ReadonlyMap<string, VersionRange> {
  let ranges = remembered.get(workspace)
  if (ranges === undefined) {
    ranges = collectRanges(workspace)
    remembered.set(workspace, ranges)
  }
  return ranges
}

/** Installed versions by package, where one can be told; of several that differ, the oldest. */
export function installedVersions(workspace: Workspace): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...versionRanges(workspace)].flatMap(([name, { least, most, includesMost }]) => {
      const isPinned = least !== null && most !== null && includesMost
      return isPinned && isPinnedBy(workspace, name) ? [[name, least]] : []
    }),
  )
}
