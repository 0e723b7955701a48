import type { DiscoveredFiles } from '../analysis/project/files/discover.ts'
import { type OpenedWorkspace, openDiskWorkspace } from '../analysis/project/files/disk-workspace.ts'
import type { SkippedFile } from '../analysis/project/files/walk.ts'
import { rules } from '../rules/registry.ts'
import { type Configuration, findConfiguration } from './configuration.ts'
import type { ReviewOptions } from './request.ts'
import { describeUnmetWishes, discoverTargets, reportedScope } from './reviewed-files.ts'
import { knownRuleIds } from './rule-selection.ts'
import { findTargets, inWholeProjects, type Targets } from './targets.ts'

/** What a request is about, found on disk and not yet read. */
export interface FoundProject {
  readonly targets: Targets
  readonly configuration: Configuration
  readonly isReported: (path: string) => boolean
}

/** A project with its files at hand. */
export interface OpenedProject extends OpenedWorkspace {
  readonly files: DiscoveredFiles
}

/** What of the files that were asked for could not be read. */
export interface MissingFiles {
  readonly skipped: readonly SkippedFile[]
  /** How many source files were read. */
  readonly read: number
  /** What was asked for and could not be done, a sentence each. */
  readonly problems: readonly string[]
}

type Place = Pick<ReviewOptions, 'paths' | 'directory' | 'boundaries'>

/**
 * Finds the project of a request. Throws a ReviewError where none of the paths is there, or the configuration is broken.
 * @param reach what a folder is read with: nothing else, or the project around it.
 */
export function findProject({ paths, directory, boundaries }: Place, reach: 'folders' | 'projects' = 'folders'): FoundProject {
  const named = findTargets(paths, directory, boundaries)
  const targets = reach === 'projects' ? inWholeProjects(named, boundaries) : named
  return { targets, configuration: findConfiguration(targets.root, boundaries, knownRuleIds(rules)), isReported: reportedScope(targets) }
}

/** Opens the files of a project. */
export async function openProject({ targets, configuration }: FoundProject, { boundaries, onProgress }: Pick<ReviewOptions, 'boundaries' | 'onProgress'>): Promise<OpenedProject> {
  onProgress('Looking for files')
  const files = discoverTargets(targets, boundaries, configuration)
  onProgress(`Reading ${files.sources.length} files`)
  return { ...(await openDiskWorkspace(targets.root, files)), files }
}

/** Waits for the files that are still being looked at. */
export async function missingFiles({ targets, isReported }: FoundProject, { files, unread: unreadFiles }: OpenedProject): Promise<MissingFiles> {
  const unread = (await unreadFiles).filter(({ file }) => isReported(file))
  const skipped = [...files.skipped.filter(({ file }) => isReported(file)), ...unread].sort((left, right) => (left.file < right.file ? -1 : 1))
  const read = files.sources.filter(isReported).length - unread.length
  return { skipped, read, problems: [...targets.problems, ...describeUnmetWishes(targets, skipped)] }
}
