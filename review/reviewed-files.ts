import { relative, sep } from 'node:path'
import { type DiscoveredFiles, discoverFiles } from '../analysis/project/files/discover.ts'
import type { SkippedFile } from '../analysis/project/files/walk.ts'
import type { Configuration } from './configuration.ts'
import { boundaryAround, isWithin, type Targets } from './targets.ts'

/**
 * The files of all target folders as those of one, the targets' root. Where a folder lies in another, its files are
 * listed once.
 */
export function discoverTargets(targets: Targets, boundaries: readonly string[] | null, configuration: Configuration): DiscoveredFiles {
  const found = targets.folders.map((folder) => {
    const options = {
      boundary: boundaryAround(folder, boundaries),
      exclude: { patterns: configuration.exclude, folder: configuration.folder },
      named: targets.reportedFiles.filter((file) => isWithin(file, folder)),
    }
    return below(relativePath(targets.root, folder), discoverFiles(folder, options))
  })
  const skipped = new Map(found.flatMap((files) => files.skipped.map((entry) => [entry.file, entry])))
  return {
    sources: distinct(found.flatMap((files) => files.sources)),
    others: distinct(found.flatMap((files) => files.others)),
    skipped: [...skipped.values()],
    folders: distinct(found.flatMap((files) => files.folders)),
  }
}

/** Tells which paths, relative to the targets' root, are reported. */
export function reportedScope(targets: Targets): (path: string) => boolean {
  const files = new Set(targets.reportedFiles.map((file) => relativePath(targets.root, file)))
  const folders = targets.reportedFolders.map((folder) => relativePath(targets.root, folder))
  return (path) => files.has(path) || folders.some((folder) => folder === '' || path === folder || path.startsWith(`${folder}/`))
}

/** What of the targets is missing from the review, a sentence each: files named and not read, and whatever the file system refused. */
export function describeUnmetWishes(targets: Targets, skipped: readonly SkippedFile[]): readonly string[] {
  const named = new Set(targets.reportedFiles.map((file) => relativePath(targets.root, file)))
  return skipped.filter(({ file, isFailure }) => isFailure || named.has(file)).map(({ file, reason }) => `\`${file}\` was not reviewed: ${reason}.`)
}

/** Relative path with `/`; empty for the folder itself. */
function relativePath(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/')
}

function below(prefix: string, files: DiscoveredFiles): DiscoveredFiles {
  if (prefix === '') return files
  const join = (path: string): string => (path === '.' ? prefix : `${prefix}/${path}`)
  return {
    sources: files.sources.map(join),
    others: files.others.map(join),
    skipped: files.skipped.map((entry): SkippedFile => ({ ...entry, file: join(entry.file) })),
    folders: files.folders,
  }
}

function distinct(paths: readonly string[]): readonly string[] {
  return [...new Set(paths)].sort()
}
