import { realpathSync } from 'node:fs'
import { inheritedRules, rulesOf } from './ignore-rules.ts'
import { followLinks } from './links.ts'
import { addFile, type SkippedFile, type Walk, walkFolder } from './walk.ts'

/** The files of one folder that a review reads. Paths are relative to it, with `/`, in code-unit order. */
export interface DiscoveredFiles {
  readonly sources: readonly string[]
  /** Lock, requirement, package and compiler configuration files. */
  readonly others: readonly string[]
  readonly skipped: readonly SkippedFile[]
  /** Every folder that was looked into, absolute. */
  readonly folders: readonly string[]
}

export interface DiscoveryOptions {
  /** No ignore file outside this folder is looked at; `null`: no limit. */
  readonly boundary: string | null
  /** Patterns in the notation of `.gitignore`, relative to a folder that is the root or lies above it. */
  readonly exclude: { readonly patterns: readonly string[]; readonly folder: string }
  /** Absolute real paths of source files below the root that are wanted even where they would be left out. */
  readonly named: readonly string[]
}

/**
 * Finds the files to review below `root`, an absolute path. Left out: what git ignores, virtual environments, vendored
 * code, what tools have made, folders whose name starts with a dot, and links that leave the root. What cannot be read is
 * listed as skipped.
 * Throws the file system's error where `root` itself does not exist.
 */
export function discoverFiles(root: string, options?: DiscoveryOptions): DiscoveredFiles {
  const real = realpathSync(root)
  const { patterns, folder } = options?.exclude ?? { patterns: [], folder: real }
  const named = new Set(options?.named ?? [])
  const walk: Walk = { root: real, excluded: rulesOf(patterns, folder, real), named, sources: [], others: [], skipped: [], links: [], seen: new Set(), folders: [] }
  walkFolder(walk, { path: '', real, depth: 0, rules: inheritedRules(real, options?.boundary ?? null), siblings: [] })
  followLinks(walk)
  for (const file of named) addFile(walk, { path: file.slice(real.length + 1), real: file })
  return {
    sources: walk.sources.sort(),
    others: walk.others.sort(),
    skipped: walk.skipped.sort((left, right) => (left.file < right.file ? -1 : 1)),
    folders: walk.folders,
  }
}
