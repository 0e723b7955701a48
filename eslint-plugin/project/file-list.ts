import { findConfiguration } from '../../review/configuration.ts'
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

/** Notices which files of a project come and go, and has those that were read looked at: now and then, not at every lint run. */
export class FileList {
  readonly #targets: Targets
  #folders: readonly (readonly [string, FileStamp | null])[] = []
  #exclude = ''
  #nextLook = 0
  #nextWalk = 0

  constructor(targets: Targets) {
    this.#targets = targets
  }

  /** Brings `files` up to date, unless that was done a moment ago. Throws a ReviewError where the project's configuration is broken. */
  bringUpToDate(files: LiveFiles): void {
    const started = performance.now()
    if (started < this.#nextLook) return
    this.#walkIfNeeded(files, started)
    files.look()
    const now = performance.now()
    this.#nextLook = now + Math.max(shortestPause, (now - started) / mostOfTheTime)
  }

  #walkIfNeeded(files: LiveFiles, started: number): void {
    const configuration = findConfiguration(this.#targets.root, null, knownRuleIds(rules))
    const exclude = JSON.stringify([configuration.folder, configuration.exclude])
    const isOld = started >= this.#nextWalk || exclude !== this.#exclude
    if (!isOld && this.#folders.every(([folder, stamp]) => sameStamp(stamp, stampOf(folder)))) return
    const { sources, others, folders } = discoverTargets(this.#targets, null, configuration)
    files.list(sources, others)
    this.#folders = folders.map((folder) => [folder, stampOf(folder)])
    this.#exclude = exclude
    this.#nextWalk = started + walkPause
  }
}
