import type { JobCall } from '../../frameworks/job-calls.ts'
import { jobCalls, jobMethods } from '../../frameworks/queue-libraries.ts'
import type { Call, FileFacts } from '../../model/file-facts.ts'
import { calledName } from '../facts/called-names.ts'
import { callSite } from '../facts/site.ts'
import type { Inference } from '../inference/inference.ts'
import { queueOrigin, type QueueOrigin } from './queue-origins.ts'
import { sentJobs, type SentJob } from './sent-jobs.ts'

/** What a call puts into a queue. */
export interface Queueing {
  readonly form: JobCall
  /** At least one. */
  readonly jobs: readonly SentJob[]
  /** Where the queue comes from that the method is called on; `null`: nobody can tell, or it is called on something else. */
  readonly origin: QueueOrigin | null
}

/** `null`: the call puts nothing into a queue, or nobody can tell. */
export function queueingOf(types: Inference, file: FileFacts, call: Call): Queueing | null {
  if (!jobMethods.has(calledName(file, call) ?? '')) return null
  const site = callSite(file, call)
  const callee = types.typeOf(call.callee, site)
  const form = callee.kind === 'external' ? jobCalls.get(callee.name) : undefined
  if (form === undefined) return null
  const origin = call.callee.kind === 'member' ? queueOrigin(types, call.callee.object, site) : null
  return { form, jobs: sentJobs(types, form, file, call), origin }
}
