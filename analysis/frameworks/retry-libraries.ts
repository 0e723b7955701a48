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

/**
 * Functions of JavaScript that call their first argument until it succeeds; the second holds the options. Seen in p-retry 6 and 7
 * (7 knows `retries: Infinity` alone) and async-retry 1.3.
 */
export const endlessCalls: ReadonlySet<string> = new Set(['p-retry.default', 'p-retry', 'async-retry.default', 'async-retry'])

/** Options by which they go on for ever, with the value that says so. */
export const endlessCallOptions: ReadonlyMap<string, boolean | number> = new Map<string, boolean | number>([['forever', true], ['retries', Infinity]])

/** Options that end them all the same, or may. */
export const endingCallOptions: ReadonlySet<string> = new Set(['maxRetryTime', 'signal', 'shouldRetry'])

/** Words of which a file that uses them holds one. */
export const endlessCallPackages: readonly string[] = ['p-retry', 'async-retry']

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
