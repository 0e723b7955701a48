import type { CommitCallback, Dispatch, DispatchInTransaction, DroppedDispatch, ForwardedPayload } from './dispatch.ts'
import type { Recurrence, Schedule, Setting } from './schedule.ts'
import type { IdleDispatchOption, ResultWait, RetryCall, RetryPolicy, TaskDefinition, TaskProfile } from './task.ts'

/** What the linker concluded about the places in one file. Nothing in tests or migrations is listed. */
export interface LinkedFile {
  readonly path: string
  readonly tasks: readonly TaskDefinition[]
  /** One for each of its tasks. */
  readonly profiles: readonly TaskProfile[]
  readonly dispatches: readonly Dispatch[]
  /** What is handed to wrappers of dispatches, as far as only the place where it is handed over tells what it is. */
  readonly forwardedPayloads: readonly ForwardedPayload[]
  readonly droppedDispatches: readonly DroppedDispatch[]
  /** Anchored in this file; the dispatch may be in another. */
  readonly dispatchesInTransaction: readonly DispatchInTransaction[]
  readonly commitCallbacks: readonly CommitCallback[]
  readonly retryPolicies: readonly RetryPolicy[]
  /** Retry options that do nothing, given to dispatches or to queues. */
  readonly idleDispatchOptions: readonly IdleDispatchOption[]
  readonly retryCalls: readonly RetryCall[]
  readonly resultWaits: readonly ResultWait[]
  readonly recurrences: readonly Recurrence[]
  readonly schedules: readonly Schedule[]
  readonly settings: readonly Setting[]
}

/** Something that reports failures or measures tasks. */
export interface Monitor {
  /** In words: `sentry_sdk`, `the signal task_failure`. */
  readonly name: string
  readonly file: string
}

/** The linked model of a whole code base. */
export interface Project {
  readonly files: readonly LinkedFile[]
  /** Installed versions by package name (lower case), from lock and requirement files. */
  readonly versions: Readonly<Record<string, string>>
  readonly monitors: readonly Monitor[]
}
