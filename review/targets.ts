import { realpathSync, statSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { errorReason } from '../analysis/project/files/error-reason.ts'
import { isSourceFile } from '../analysis/project/files/file-kind.ts'
import { projectRootOf } from '../analysis/project/files/project-root.ts'
import { ReviewError } from './review-error.ts'

/** What a person asked to have reviewed, found on disk. All paths are absolute and real. */
export interface Targets {
  /** The folder argument, the project of a file argument, or the common folder of several. */
  readonly root: string
  /** Folders that are read: the arguments, and the projects of file arguments. */
  readonly folders: readonly string[]
  /** Folders that are reported whole. */
  readonly reportedFolders: readonly string[]
  /** Files that are reported though their project is not. */
  readonly reportedFiles: readonly string[]
  /** What could not be found, a sentence each. */
  readonly problems: readonly string[]
}

/**
 * Finds `paths` relative to `directory`. Nothing outside `boundaries` may be named (`null`: no limit).
 * Throws a ReviewError where none of the paths can be reviewed.
 */
export function findTargets(paths: readonly string[], directory: string, boundaries: readonly string[] | null): Targets {
  const problems: string[] = []
  const reportedFolders: string[] = []
  const reportedFiles: string[] = []
  for (const path of paths) {
    const target = findTarget(path, directory, boundaries)
    if ('problem' in target) problems.push(target.problem)
    else (target.isFolder ? reportedFolders : reportedFiles).push(target.real)
  }
  const projects = reportedFiles.map((file) => projectRootOf(file, boundaryAround(file, boundaries)))
  const folders = [...new Set([...reportedFolders, ...projects])]
  const [first, ...others] = folders
  if (first === undefined) throw new ReviewError(problems.join('\n'))
  return { root: others.reduce(commonFolder, first), folders, reportedFolders, reportedFiles, problems }
}

/** The same targets with all of the projects that their folders lie in: more is read, and no more is reported. */
export function inWholeProjects(targets: Targets, boundaries: readonly string[] | null): Targets {
  const projects = targets.folders.map((folder) => projectRootOf(join(folder, 'file'), boundaryAround(folder, boundaries)))
  const folders = [...new Set(projects)]
  const [first = targets.root, ...others] = folders
  return { ...targets, folders, root: others.reduce(commonFolder, first) }
}

/** The boundary that `path` lies in; `null` where there is no limit, or the path is above them all. */
export function boundaryAround(path: string, boundaries: readonly string[] | null): string | null {
  return boundaries?.find((boundary) => isWithin(path, boundary)) ?? null
}

/** True for a folder itself and for everything below it. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}

type Target = { readonly real: string; readonly isFolder: boolean } | { readonly problem: string }

function findTarget(path: string, directory: string, boundaries: readonly string[] | null): Target {
  try {
    const real = realpathSync(resolve(directory, path))
    if (boundaries !== null && boundaryAround(real, boundaries) === null) return { problem: `\`${path}\` lies outside the folders that may be read.` }
    const status = statSync(real)
    if (status.isDirectory()) return { real, isFolder: true }
    if (!status.isFile()) return { problem: `\`${path}\` is neither a file nor a folder.` }
    if (!isSourceFile(real)) return { problem: `\`${path}\` is not source code in Python, TypeScript or JavaScript, so there is nothing to review in it.` }
    return { real, isFolder: false }
  } catch (error) {
    return { problem: `\`${path}\` cannot be reviewed: ${errorReason(error)}.` }
  }
}

function commonFolder(one: string, other: string): string {
  const segments = one.split(sep)
  const others = other.split(sep)
  const end = segments.findIndex((segment, index) => segment !== others[index])
  return (end === -1 ? one : segments.slice(0, end).join(sep)) || sep
}
