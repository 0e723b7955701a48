import type { JobCall, JobInArguments, JobInRecord, JobKeys, OptionPlace, RetryOptionNames } from './job-calls.ts'

/** What the names of pg-boss mean. Source: src/{index,manager,attorney}.ts (9 to 12.38); 9, 10, 11 and 12 were run. */

export const pgBoss = 'pg-boss'

const sent: JobInArguments = { kind: 'arguments', queue: 0, name: null, data: 1, options: 2 }
const request: JobInRecord = {
  kind: 'record', position: 0, isList: false, queue: null, keys: { queue: 'name', name: null, data: 'data', options: 'options', children: null },
}
const inserted: JobKeys = { queue: null, name: null, data: 'data', options: null, children: null }

function call(...ways: readonly (JobInArguments | JobInRecord)[]): JobCall {
  return { framework: pgBoss, ways }
}

export const pgBossJobCalls: ReadonlyMap<string, JobCall> = new Map([
  ['pg-boss.PgBoss().send', call(request, sent)],
  ['pg-boss.PgBoss().upsert', call(request, sent)],
  ['pg-boss.PgBoss().sendAfter', call(sent)],
  ['pg-boss.PgBoss().sendThrottled', call(sent)],
  ['pg-boss.PgBoss().sendDebounced', call(sent)],
  ['pg-boss.PgBoss().sendOnce', call(sent)],
  ['pg-boss.PgBoss().sendSingleton', call(sent)],
  ['pg-boss.PgBoss().publish', call(request, sent)],
  ['pg-boss.PgBoss().schedule', { ...call({ kind: 'arguments', queue: 0, name: null, data: 2, options: 3 }), timing: 1 }],
  [
    'pg-boss.PgBoss().insert',
    {
      ...call(
        { kind: 'record', position: 0, isList: true, queue: null, keys: { ...inserted, queue: 'name' } },
        { kind: 'record', position: 1, isList: true, queue: 0, keys: inserted },
      ),
      isUnchecked: true,
    },
  ],
  ['pg-boss.PgBoss().flow', call({ kind: 'record', position: 0, isList: true, queue: null, keys: { ...request.keys } })],
])

/** Given a connection by this option, a call takes part in whatever transaction is open there. */
export const connectionOption = 'db'

export const pgBossClass = 'pg-boss.PgBoss'

/** Sets what a worker does: the queue's name first, the function last. */
export const pgBossWork = 'pg-boss.PgBoss().work'

/** Calls that set options for all jobs of a queue, and (up to version 10) for those of all queues. */
export const pgBossQueueOptions: ReadonlyMap<string, OptionPlace> = new Map([
  ['pg-boss.PgBoss().createQueue', { position: 1, keys: [] }],
  ['pg-boss.PgBoss().updateQueue', { position: 1, keys: [] }],
  ['pg-boss.PgBoss', { position: 0, keys: [] }],
])

/**
 * `retryLimit` is an `integer` of PostgreSQL; anything else is refused ("retryLimit must be an integer >= 0", "out of range for
 * type integer"). Up to version 9, a delay without a limit meant one retry.
 */
export const pgBossRetries: RetryOptionNames = {
  cap: 'retryLimit', noRetry: 0, needsCap: false, dependents: ['retryDelay', 'retryBackoff'], greatest: 2 ** 31 - 1, beyond: 'refused', since: '10.0.0',
  refused: { name: 'retryDelayMax', needs: 'retryBackoff', since: '11.0.0' },
}
