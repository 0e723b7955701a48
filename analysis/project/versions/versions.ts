import { usesQueues } from '../files/queue-presence.ts'
import { declaredPackages } from './declared-packages.ts'
import { lockedPackages } from './locked-packages.ts'
import { npmVersionRanges } from './npm-versions.ts'
import { rememberByText } from './remember-by-text.ts'
import { exactly, parseRange, span, type VersionRange } from './version-ranges.ts'
import type { Workspace } from '../files/workspace.ts'

const remembered = new WeakMap<Workspace['layout'], ReadonlyMap<string, VersionRange>>()

/**
 * The versions of each Python package (lower case, `-`) that the project can be installed with: what its lock files say, else its
 * exact pins, else the ranges it declares. Where several files differ, the range spans what all of them say.
 */
export function versionRanges(workspace: Workspace): ReadonlyMap<string, VersionRange> {
  let ranges = remembered.get(workspace.layout)
  if (ranges === undefined) {
    ranges = collectRanges(workspace)
    remembered.set(workspace.layout, ranges)
  }
  return ranges
}

/**
 * Installed versions by package, from lock files and exact pins: those of Python, and those of npm where scripts use queues. A package
 * that is installed in several versions is left out, and so is one of npm whose name a Python package has, too.
 */
export function installedVersions(workspace: Workspace): Readonly<Record<string, string>> {
  const python = versionRanges(workspace)
  const npm = usesQueues(workspace) ? [...npmVersionRanges(workspace)].filter(([name]) => !python.has(name)) : []
  const ranges = [...npm, ...python]
  return Object.fromEntries(ranges.flatMap(([name, { least, most }]) => (least !== null && least === most ? [[name, least]] : [])))
}

/** Large, and without a word about Python. */
const ofNpm = /\.(json|yaml)$|(^|\/)(yarn|bun)\.lock$/

const packagesIn = rememberByText((text, path) => ({
  locked: lockedPackages(path, text).map(({ name, version }) => [normalName(name), exactly(version)] as const),
  declared: declaredPackages(path, text).map(({ name, version }) => [normalName(name), parseRange(version)] as const),
}))

function collectRanges(workspace: Workspace): ReadonlyMap<string, VersionRange> {
  const locked: (readonly [string, VersionRange])[] = []
  const declared: (readonly [string, VersionRange])[] = []
  const paths = [...workspace.otherPaths.filter((path) => !ofNpm.test(path)), ...workspace.paths.filter((path) => /(^|\/)setup\.py$/.test(path))]
  for (const path of paths) {
    const text = workspace.text(path)
    if (text === null) continue
    const packages = packagesIn(path, text)
    locked.push(...packages.locked)
    declared.push(...packages.declared)
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
