import { bull, bullDefaultOptions, bullJobCalls, bullProcess, bullQueue, bullRetries } from './bull.ts'
import { bullmq, bullmqDefaultOptions, bullmqJobCalls, bullmqQueue, bullmqRetries } from './bullmq.ts'
import type { JobCall, OptionPlace, RetryOptionNames } from './job-calls.ts'
import { pgBoss, pgBossClass, pgBossJobCalls, pgBossQueueOptions, pgBossRetries, pgBossWork } from './pg-boss.ts'

/** All calls that send jobs, by the name of what is called. */
export const jobCalls: ReadonlyMap<string, JobCall> = new Map([...bullmqJobCalls, ...bullJobCalls, ...pgBossJobCalls])

/** The methods among them: whatever else is called is not looked into. */
export const jobMethods: ReadonlySet<string> = methodsOf(jobCalls.keys())

/** Words of which a file that imports something of a library holds one, with the names of all calls that matter. */
export const queuePackages: readonly { readonly words: readonly string[]; readonly methods: ReadonlySet<string> }[] = [
  { words: ['bullmq'], methods: methodsOf(bullmqJobCalls.keys()) },
  { words: ['bull'], methods: methodsOf([...bullJobCalls.keys(), bullProcess]) },
  { words: ['pg-boss', 'PgBoss'], methods: methodsOf([...pgBossJobCalls.keys(), pgBossWork, ...pgBossQueueOptions.keys()].filter((name) => name !== pgBossClass)) },
]

function methodsOf(names: Iterable<string>): ReadonlySet<string> {
  return new Set([...names].map((name) => name.slice(name.lastIndexOf('.') + 1)))
}

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

/** Classes that send to queues of any name. */
export const senderClasses: ReadonlySet<string> = new Set([pgBossClass])

/** Kinds of `backoff` that a library has itself; any other one is a function of the project, which may end the retries. */
export const builtInStrategies: ReadonlySet<string> = new Set(['fixed', 'exponential'])

/** Options of a worker that hold such a function. */
export const strategyOptions: ReadonlySet<string> = new Set(['settings'])
