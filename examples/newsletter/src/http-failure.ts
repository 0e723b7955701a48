import { UnrecoverableError } from 'bullmq'

/** Ends a request that takes longer than ten seconds. */
export function timeLimit(): AbortSignal {
  return AbortSignal.timeout(10_000)
}

/** What to throw for an answer that is none: an error to try again after, or one that a second try would meet as well. */
export function failureOf({ status, url }: Response): Error {
  const message = `${url} answered ${status}`
  const isPassing = status >= 500 || status === 408 || status === 429
  return isPassing ? new Error(message) : new UnrecoverableError(message)
}
