/**
 * Packages whose retries have no end unless they are given one. Seen in tenacity 9.2 (`stop_never`), backoff 2.2 (`max_tries` and
 * `max_time` are `None`), retry 0.9 (`tries=-1`) and retrying 1.4 (`never_stop`).
 */
export interface EndlessRetry {
  /** Keywords that set an end, or may. */
  readonly ends: ReadonlySet<string>
  /** Position of the argument that sets an end; `null`: by keyword only. */
  readonly position: number | null
}

const tenacity: EndlessRetry = { ends: new Set(['stop', 'enabled']), position: 1 }
const backoff: EndlessRetry = { ends: new Set(['max_tries', 'max_time', 'giveup']), position: null }
const retrying: EndlessRetry = { ends: new Set(['stop', 'stop_max_attempt_number', 'stop_max_delay', 'stop_func']), position: null }

/** By the name of the decorator, or of the class whose instance is a loop or calls the work. */
export const endlessRetries: ReadonlyMap<string, EndlessRetry> = new Map([
  ['tenacity.retry', tenacity],
  ['tenacity.Retrying', tenacity],
  ['tenacity.AsyncRetrying', tenacity],
  ['backoff.on_exception', backoff],
  ['retry.retry', { ends: new Set(['tries']), position: 1 }],
  ['retry.api.retry', { ends: new Set(['tries']), position: 1 }],
  ['retrying.retry', retrying],
  ['retrying.Retrying', retrying],
])

/** Packages in which they are found. */
export const retryPackages: readonly string[] = ['tenacity', 'backoff', 'retry', 'retrying']

/** Values that say in so many words that there is no end. */
export const endlessStops: ReadonlySet<string> = new Set(['tenacity.stop_never', 'tenacity.stop.stop_never'])

/** Conditions under which something other than a failure is tried again, or nothing is. */
export const otherRetryConditions: RegExp = /retry_if_result|retry_if_not_result|retry_never|retry_unless|retry_on_result/

/**
 * Errors that say that somebody else got on, or that there is nothing to be had yet: the next round works on other data, and
 * does not repeat a failure.
 */
export const collisionErrors: RegExp =
  /^(IntegrityError|WatchError|FileExistsError|UniqueViolation\w*|DuplicateKeyError|StaleDataError|OptimisticLock\w*|\w*(Conflict|Collision|AlreadyExists)\w*|Empty|QueueEmpty|Full|QueueFull|BlockingIOError|InterruptedError|KeyboardInterrupt)$/
