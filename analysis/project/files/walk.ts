import { type Dirent, readdirSync, statSync } from 'node:fs'
import { isBundle } from './bundles.ts'
import { errorReason } from './error-reason.ts'
import { fileKind } from './file-kind.ts'
import { isForeignFolder, isForeignName, isOutputFolder } from './foreign-folders.ts'
import { type IgnoreRules, readIgnoreFile } from './ignore-rules.ts'

/** A file or folder that could have mattered and is not read. */
export interface SkippedFile {
  readonly file: string
  readonly reason: string
  /** The file system refused to give it, as opposed to what it holds being of no use. */
  readonly isFailure: boolean
}

/** What a walk over a folder tree has met so far. */
export interface Walk {
  /** Real path of the folder that nothing may lead out of. */
  readonly root: string
  /** Left out beside what git ignores. */
  readonly excluded: IgnoreRules
  readonly sources: string[]
  readonly others: string[]
  readonly skipped: SkippedFile[]
  /** Real paths of files that are asked for one by one. */
  readonly named: ReadonlySet<string>
  /** Not followed yet. */
  readonly links: Entry[]
  /** Real paths of the folders and source files met. */
  readonly seen: Set<string>
  /** Real paths of the folders looked into. */
  readonly folders: string[]
}

/** A file, folder or link. */
export interface Entry {
  /** Relative to the root, with `/`; empty for the root itself. */
  readonly path: string
  /** Absolute; only the last segment may be a link. */
  readonly real: string
  /** How many folders it is below the root. */
  readonly depth: number
  /** The ignore rules of the folder it lies in. */
  readonly rules: IgnoreRules
  /** What lies in the same folder. */
  readonly siblings: readonly Dirent[]
}

const maximumDepth = 64

/** Larger source files are data made by machines; lock files do grow large. In bytes. */
const maximumSize = { source: 2 * 1024 * 1024, other: 16 * 1024 * 1024 }

/** Adds everything below the folder `start`; links are only noted. */
export function walkFolder(walk: Walk, start: Entry): void {
  const waiting = [start]
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    if (walk.seen.has(folder.real)) continue
    walk.seen.add(folder.real)
    if (folder.depth > maximumDepth) skip(walk, folder.path, `more than ${maximumDepth} folders deep`)
    else waiting.push(...readFolder(walk, folder))
  }
}

/** Adds a file of interest, once, unless it is too large or cannot be looked at. */
export function addFile(walk: Walk, { path, real }: Pick<Entry, 'path' | 'real'>): void {
  const kind = fileKind(path)
  if (kind === null || walk.seen.has(real)) return
  walk.seen.add(real)
  try {
    const status = statSync(real)
    if (!status.isFile()) skip(walk, path, 'not a regular file')
    else if (status.size > maximumSize[kind]) skip(walk, path, `larger than ${maximumSize[kind] / 1024 / 1024} MiB`)
    else if (isBundle(real, status.size)) skipBundle(walk, path, real)
    else walk[kind === 'source' ? 'sources' : 'others'].push(path)
  } catch (error) {
    skipFailed(walk, path, error)
  }
}

/** Notes a file or folder that is left out for what it is. */
export function skip(walk: Walk, file: string, reason: string): void {
  walk.skipped.push({ file, reason, isFailure: false })
}

/** Nobody misses a bundle, save who asked for it. */
function skipBundle(walk: Walk, path: string, real: string): void {
  if (walk.named.has(real)) skip(walk, path, 'code that a tool has pressed together')
}

function skipFailed(walk: Walk, file: string, error: unknown): void {
  walk.skipped.push({ file, reason: `could not be read: ${errorReason(error)}`, isFailure: true })
}

/** Files things in one folder under what they are, and returns the folders to go on with. */
function readFolder(walk: Walk, folder: Entry): readonly Entry[] {
  const entries = entriesOf(walk, folder)
  if (folder.path !== '' && isNotOurs(folder, entries)) return []
  const rules = rulesIn(folder, entries)
  const prefix = folder.path === '' ? '' : `${folder.path}/`
  const inside: Entry[] = []
  for (const entry of entries) {
    const found: Entry = { path: prefix + entry.name, real: `${folder.real}/${entry.name}`, depth: folder.depth + 1, rules, siblings: entries }
    if (entry.isDirectory()) {
      if (!isForeignName(entry.name) && !isLeftOut(walk, found, true)) inside.push(found)
    } else if (entry.isSymbolicLink()) {
      if (!isForeignName(entry.name) && !isLeftOut(walk, found, false)) walk.links.push(found)
    } else if (fileKind(found.path) !== null && !isLeftOut(walk, found, false)) addFile(walk, found)
  }
  return inside
}

function isNotOurs(folder: Entry, entries: readonly Dirent[]): boolean {
  const name = lastSegment(folder.path)
  return isForeignFolder(name, entries) || isOutputFolder(name, entries, folder.siblings)
}

function entriesOf(walk: Walk, folder: Entry): readonly Dirent[] {
  walk.folders.push(folder.real)
  try {
    return readdirSync(folder.real, { withFileTypes: true })
  } catch (error) {
    skipFailed(walk, folder.path === '' ? '.' : folder.path, error)
    return []
  }
}

function rulesIn(folder: Entry, entries: readonly Dirent[]): IgnoreRules {
  const hasIgnoreFile = entries.some((entry) => entry.name === '.gitignore')
  return hasIgnoreFile ? folder.rules.with(folder.path, readIgnoreFile(`${folder.real}/.gitignore`)) : folder.rules
}

function isLeftOut(walk: Walk, { path, rules }: Entry, isFolder: boolean): boolean {
  return rules.ignores(path, isFolder) || walk.excluded.ignores(path, isFolder)
}

function lastSegment(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
