import { declaredPackages } from './declared-packages.ts'
import { lockedPackages } from './locked-packages.ts'
import { exactly, parseRange, span, type VersionRange } from './version-ranges.ts'
import type { Workspace } from '../files/workspace.ts'

const remembered = new WeakMap<Workspace, ReadonlyMap<string, VersionRange>>()

/**
 * The versions of each package (lower case, `-`) that the project can be installed with: what its lock files say, else its
 * exact pins, else the ranges it declares. Where several files differ, the range spans what all of them say.
 */
export function versionRanges(workspace: Workspace): ReadonlyMap<string, VersionRange> {
  let ranges = remembered.get(workspace)
  if (ranges === undefined) {
    ranges = collectRanges(workspace)
    remembered.set(workspace, ranges)
  }
  return ranges
}

/** Installed versions by package, from lock files and exact pins. A package installed in several versions is left out. */
export function installedVersions(workspace: Workspace): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...versionRanges(workspace)].flatMap(([name, { least, most }]) => (least !== null && least === most ? [[name, least]] : [])),
  )
}

function collectRanges(workspace: Workspace): ReadonlyMap<string, VersionRange> {
  const locked: (readonly [string, VersionRange])[] = []
  const declared: (readonly [string, VersionRange])[] = []
  for (const path of [...workspace.otherPaths, ...workspace.paths.filter((each) => /(^|\/)setup\.py$/.test(each))]) {
    const text = workspace.text(path)
    if (text === null) continue
    for (const { name, version } of lockedPackages(path, text)) locked.push([normalName(name), exactly(version)])
    for (const { name, version } of declaredPackages(path, text)) declared.push([normalName(name), parseRange(version)])
  }
  const pinned = declared.filter(([, { least, most }]) => least !== null && least === most)
  return new Map([...spans(declared), ...spans(pinned), ...spans(locked)])
}

function spans(entries: readonly (readonly [string, VersionRange])[]): ReadonlyMap<string, VersionRange> {
  const ranges = new Map<string, VersionRange>()
  for (const [name, range] of entries) {
    const known = ranges.get(name)
    ranges.set(name, known === undefined ? range : span(known, range))
  }
  return ranges
}

function normalName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-')
}
