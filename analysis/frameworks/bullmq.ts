import type { JobCall, JobKeys, OptionPlace, RetryOptionNames } from './job-calls.ts'

/** What BullMQ's names mean. Source: src/classes/{queue,flow-producer,worker,job}.ts (5.81, 6.7); both were run. */

export const bullmq = 'bullmq'

const job: JobKeys = { queue: null, name: 'name', data: 'data', options: 'opts', children: null }
const flow: JobKeys = { ...job, queue: 'queueName', children: 'children' }

export const bullmqJobCalls: ReadonlyMap<string, JobCall> = new Map([
  ['bullmq.Queue().add', { framework: bullmq, ways: [{ kind: 'arguments', queue: null, name: 0, data: 1, options: 2 }] }],
  ['bullmq.Queue().addBulk', { framework: bullmq, ways: [{ kind: 'record', position: 0, isList: true, queue: null, keys: job }] }],
  ['bullmq.Queue().upsertJobScheduler', { framework: bullmq, timing: 1, ways: [{ kind: 'record', position: 2, isList: false, queue: null, keys: job }] }],
  ['bullmq.FlowProducer().add', { framework: bullmq, hasNoDefaults: true, ways: [{ kind: 'record', position: 0, isList: false, queue: null, keys: flow }] }],
  ['bullmq.FlowProducer().addBulk', { framework: bullmq, hasNoDefaults: true, ways: [{ kind: 'record', position: 0, isList: true, queue: null, keys: flow }] }],
])

export const bullmqQueue = 'bullmq.Queue'

/** Makes a worker: the queue's name, then what it does with a job. */
export const bullmqWorker = 'bullmq.Worker'

/** Options of every job that is sent through the queue so made. */
export const bullmqDefaultOptions: readonly OptionPlace[] = [{ position: 1, keys: ['defaultJobOptions'] }]

/** `Infinity` makes `add` fail in Redis ("Cannot serialise number: must not be NaN or Inf"), in all versions from 1 to 6. */
export const bullmqRetries: RetryOptionNames = {
  cap: 'attempts', noRetry: 1, needsCap: true, dependents: ['backoff'], greatest: Number.MAX_VALUE, beyond: 'refused',
}

/** Options of a worker: how many jobs it does at a time, and how many (`max`) it begins in so many milliseconds (`duration`). */
export const workerLimitOptions = { concurrency: 'concurrency', limiter: 'limiter', most: 'max', period: 'duration' } as const

/** An option of a job by which it is sent again and again; Bull has the same. */
export const repeatOption = 'repeat'
