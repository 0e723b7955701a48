import type { JobCall, JobKeys, OptionPlace, RetryOptionNames } from './job-calls.ts'

/** What the names of Bull mean, BullMQ's forerunner. Source: lib/{queue,job}.js (4.16), which was run. */

export const bull = 'bull'

const job: JobKeys = { queue: null, name: 'name', data: 'data', options: 'opts', children: null }

export const bullJobCalls: ReadonlyMap<string, JobCall> = new Map([
  ['bull.Queue().add', { framework: bull, ways: [{ kind: 'arguments', queue: null, name: 0, data: 1, options: 2, isNameOptional: true }] }],
  ['bull.Queue().addBulk', { framework: bull, ways: [{ kind: 'record', position: 0, isList: true, queue: null, keys: job }] }],
])

export const bullQueue = 'bull.Queue'

/** Sets what a worker does: last comes the function, before it perhaps the name of a job and how many at a time. */
export const bullProcess = 'bull.Queue().process'

/** `new Bull(name, options)` or `new Bull(name, url, options)` */
export const bullDefaultOptions: readonly OptionPlace[] = [
  { position: 1, keys: ['defaultJobOptions'] },
  { position: 2, keys: ['defaultJobOptions'] },
]

/** `Infinity` is stored as `null`: the job is tried once. */
export const bullRetries: RetryOptionNames = {
  cap: 'attempts', noRetry: 1, needsCap: true, dependents: ['backoff'], greatest: Number.MAX_SAFE_INTEGER, beyond: 'forgotten',
}

/** Options of a job, by which they are told from its data. */
export const bullOptionNames: ReadonlySet<string> = new Set([
  'priority', 'delay', 'attempts', 'repeat', 'backoff', 'lifo', 'timeout', 'jobId', 'removeOnComplete', 'removeOnFail', 'stackTraceLimit', 'debounce',
])
