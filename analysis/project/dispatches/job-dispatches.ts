import { connectionOption, pgBoss } from '../../frameworks/pg-boss.ts'
import type { Dispatch, PayloadArgument } from '../../model/dispatch.ts'
import type { Call, FileFacts } from '../../model/file-facts.ts'
import { enclosingName } from '../facts/enclosing-name.ts'
import { callSite } from '../facts/site.ts'
import { textOf } from '../files/text-of.ts'
import type { Inference } from '../inference/inference.ts'
import { textConstant } from '../queues/option-values.ts'
import { queueNameOf, type QueueOrigin } from '../queues/queue-origins.ts'
import { queueingOf, type Queueing } from '../queues/queueing.ts'
import { usesQueues } from '../files/queue-presence.ts'
import type { SentJob } from '../queues/sent-jobs.ts'
import { writtenOptions } from '../queues/written-options.ts'
import type { TaskBook } from '../tasks/task-book.ts'
import { payloadOf } from './payload.ts'
import { dataParts, type LocatedPart } from './payload-parts.ts'
import { isSafeAround } from './safe-surroundings.ts'
import type { DispatchCall } from './dispatches.ts'

/** The calls of a file that put jobs into queues. */
export function jobDispatchesIn(types: Inference, book: TaskBook, file: FileFacts): readonly DispatchCall[] {
  if (!usesQueues(types.workspace)) return []
  return file.calls.flatMap((call) => {
    const queueing = queueingOf(types, file, call)
    if (queueing === null) return []
    const parts = queueing.jobs.flatMap((job) => partsOf(file, job))
    return [{ dispatch: describe(types, book, { file, call, ...queueing }), call, file, queueing, parts, promise: 'eager' as const }]
  })
}

interface JobSending extends Queueing {
  readonly file: FileFacts
  readonly call: Call
}

function describe(types: Inference, book: TaskBook, made: JobSending): Dispatch {
  const { file, call, jobs, form } = made
  const [job] = jobs
  const queue = queueOf(types, made)
  const [task, ...others] = queue === null ? [] : book.ofQueue(queue)
  return {
    framework: form.framework,
    text: textOf(types.workspace, file, call.callee.span),
    file: file.path,
    span: call.span,
    task: others.length === 0 ? (task?.definition ?? null) : null,
    taskName: jobs.length === 1 && job !== undefined ? nameOf(types, job) : null,
    queue,
    caller: enclosingName({ file, function: call.function }),
    timing: form.framework === pgBoss && mayJoinTransaction(types, made) ? 'in-transaction' : 'now',
    objects: 'copied',
    payload: jobs.flatMap((each) => payloadOfJob(types, made, each, queue)),
    strangeOptions: [],
    missingResultUses: [],
  }
}

/** The queue of all the jobs. */
function queueOf(types: Inference, { jobs, origin }: JobSending): string | null {
  const own = origin === null ? null : queueNameOf(types, origin)
  if (own !== null || (origin !== null && jobs.every(({ queue }) => queue === null))) return own
  const names = new Set(jobs.map((job) => textConstant(types, job.queue, job.site)))
  const [name] = names
  return names.size === 1 ? (name ?? null) : null
}

function nameOf(types: Inference, job: SentJob): string | null {
  return textConstant(types, job.name, job.site)
}

function payloadOfJob(types: Inference, { file, call }: JobSending, job: SentJob, queue: string | null): readonly PayloadArgument[] {
  const names = [queue, nameOf(types, job)]
  return partsOf(file, job).flatMap(({ part, site }) => payloadOf(types, site, [part], [], (secret) => isSafeAround(file, call, names, secret)))
}

/** What stands in another file can be sent from more places, and is not looked at here. */
function partsOf(file: FileFacts, { data, site }: SentJob): readonly LocatedPart[] {
  if (data === null || site.file !== file) return []
  const at = { ...site, at: data.span.start }
  return dataParts(data, at).map((part) => ({ part, site: at }))
}

/** Given a connection, it commits with whatever is open there; so it may where the options are out of sight. */
function mayJoinTransaction(types: Inference, { call, file, jobs, origin }: JobSending): boolean {
  const site = callSite(file, call)
  if (origin?.kind === 'made' && isMadeWithConnection(types, origin)) return true
  const inJobs = jobs.map((job) => (job.isInSight ? writtenOptions(types, job.options, job.site) : null))
  const beside = call.arguments.slice(1).filter(({ value }) => value.kind === 'record').map(({ value }) => writtenOptions(types, value, site))
  return [...inJobs, ...beside].some((options) => options === null || !options.isComplete || options.all.has(connectionOption))
}

/** `new PgBoss({ db: … })`: what it sends goes through that, which may be a transaction. */
function isMadeWithConnection(types: Inference, { call, file }: Extract<QueueOrigin, { kind: 'made' }>): boolean {
  const given = call.arguments[0]?.value
  const options = given === undefined || given.kind === 'literal' ? null : writtenOptions(types, given, callSite(file, call))
  return options?.all.has(connectionOption) === true
}
