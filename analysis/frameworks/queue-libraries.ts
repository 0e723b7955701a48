import { bull, bullDefaultOptions, bullJobCalls, bullQueue, bullRetries } from './bull.ts'
import { bullmq, bullmqDefaultOptions, bullmqJobCalls, bullmqQueue, bullmqRetries } from './bullmq.ts'
import type { JobCall, OptionPlace, RetryOptionNames } from './job-calls.ts'
import { pgBoss, pgBossJobCalls, pgBossRetries } from './pg-boss.ts'

/** All calls that send jobs, by the name of what is called. */
export const jobCalls: ReadonlyMap<string, JobCall> = new Map([...bullmqJobCalls, ...bullJobCalls, ...pgBossJobCalls])

/** The methods among them: whatever else is called is not looked into. */
export const jobMethods: ReadonlySet<string> = new Set([...jobCalls.keys()].map((name) => name.slice(name.lastIndexOf('.') + 1)))

/** Words of which a file that makes or imports something of these libraries holds one. */
export const queuePackageWords: readonly string[] = ['bullmq', 'bull', 'PgBoss', 'boss']

/** By the name of the library. */
export const retryOptions: ReadonlyMap<string, RetryOptionNames> = new Map([
  [bullmq, bullmqRetries],
  [bull, bullRetries],
  [pgBoss, pgBossRetries],
])

/** Classes of queues, whose first argument is the queue's name, with the place of what holds for every job in it. */
export const queueClasses: ReadonlyMap<string, readonly OptionPlace[]> = new Map([
  [bullmqQueue, bullmqDefaultOptions],
  [bullQueue, bullDefaultOptions],
])
