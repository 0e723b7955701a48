import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { type Configuration, findConfiguration } from '../../review/configuration.ts'
import { discoverTargets } from '../../review/reviewed-files.ts'
import { knownRuleIds } from '../../review/rule-selection.ts'
import type { Targets } from '../../review/targets.ts'
import { rules } from '../../rules/registry.ts'
import { type FileStamp, sameStamp, stampOf } from './file-stamp.ts'
import type { LiveFiles } from './live-files.ts'

/** In milliseconds: nobody switches faster from one file to another that depends on it. */
const shortestPause = 300

/** What looking may take of the time, so that a run over all files of a large repository hardly notices. */
const mostOfTheTime = 0.05

/** In milliseconds. An ignore file that is edited in place changes no folder. */
const walkPause = 10_000

/** In milliseconds, how far the clock of a file system may be behind ours. */
const clockStep = 50

/** Notices which files of a project come and go, and has those that were read looked at: now and then, not at every lint run. */
export class FileList {
  readonly #targets: Targets
  readonly #files: LiveFiles
  #folders: readonly (readonly [string, FileStamp | null])[] = []
  #followed: Configuration | null = null
  #nextLook = 0
  #nextWalk = 0
  /** When that was, as a date. */
  #walked = 0

  /** @param files are told what is found. */
  constructor(targets: Targets, files: LiveFiles) {
    this.#targets = targets
    this.#files = files
  }

  /** Looks, unless that was done a moment ago. Throws a ReviewError where the project's configuration is broken. */
  bringUpToDate(): void {
    const started = performance.now()
    if (started < this.#nextLook) return
    this.#walkIfNeeded(started)
    this.#files.look()
    const now = performance.now()
    this.#nextLook = now + Math.max(shortestPause, (now - started) / mostOfTheTime)
  }

  /**
   * Whether a review of the project passes over a file that is on disk: ignored, excluded, or not the project's own. One that
   * is not saved yet belongs to the project. @param path relative to the root.
   */
  leavesOut(path: string): boolean {
    if (this.#files.isListed(path)) return false
    const stamp = stampOf(join(this.#targets.root, path))
    if (stamp !== null && stamp.changed >= this.#walked - clockStep) this.#walk(this.#configuration())
    return stamp !== null && !this.#files.isListed(path)
  }

  #walkIfNeeded(started: number): void {
    const configuration = this.#configuration()
    const isOld = started >= this.#nextWalk || !isDeepStrictEqual(configuration, this.#followed)
    if (isOld || !this.#folders.every(([folder, stamp]) => sameStamp(stamp, stampOf(folder)))) this.#walk(configuration)
  }

  #walk(configuration: Configuration): void {
    this.#walked = Date.now()
    const { sources, others, folders } = discoverTargets(this.#targets, null, configuration)
    this.#files.list(sources, others)
    this.#folders = folders.map((folder) => [folder, stampOf(folder)])
    this.#followed = configuration
    this.#nextWalk = performance.now() + walkPause
  }

  #configuration(): Configuration {
    return findConfiguration(this.#targets.root, null, knownRuleIds(rules))
  }
}
