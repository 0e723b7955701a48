import type { CommitCallback, Dispatch, DispatchInTransaction } from './dispatch.ts'
import type { Recurrence, Setting } from './schedule.ts'
import type { ResultWait, RetryCall, RetryPolicy, TaskDefinition } from './task.ts'

/** What the linker concluded about the places in one file. Nothing in tests or migrations is listed. */
export interface LinkedFile {
  readonly path: string
  readonly tasks: readonly TaskDefinition[]
  readonly dispatches: readonly Dispatch[]
  /** Anchored in this file; the dispatch may be in another. */
  readonly dispatchesInTransaction: readonly DispatchInTransaction[]
  readonly commitCallbacks: readonly CommitCallback[]
  readonly retryPolicies: readonly RetryPolicy[]
  readonly retryCalls: readonly RetryCall[]
  readonly resultWaits: readonly ResultWait[]
  readonly recurrences: readonly Recurrence[]
  readonly settings: readonly Setting[]
}

/** The linked model of a whole code base. */
export interface Project {
  readonly files: readonly LinkedFile[]
  /** Installed versions by package name (lower case), from lock and requirement files. */
  readonly versions: Readonly<Record<string, string>>
}
