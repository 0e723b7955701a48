import { type Job, type Processor, Worker } from 'bullmq'
import { publishPage } from '@/archive/publish-page'
import { importList } from '@/crm/import-list'
import { pushContact } from '@/crm/push-contact'
import { deliverIssue } from '@/issues/deliver-issue'
import { fanOut } from '@/issues/fan-out'
import { logger } from '@/logger'
import { sendMail } from '@/mail/send-mail'
import { sweep } from '@/maintenance/sweep'
import { workerConnection } from '@/queues/connection'
import { postWebhook } from '@/webhooks/post-webhook'

export type RunningWorker = Pick<Worker, 'name' | 'close'>

/** Starts a worker for each queue. */
export function startWorkers(): readonly RunningWorker[] {
  return [
    work('mail', sendMail, 5),
    work('issues', fanOut, 1),
    work('deliveries', deliverIssue, 10),
    work('contacts', pushContact, 5),
    work('imports', importList, 1),
    work('webhooks', postWebhook, 5),
    work('archive', publishPage, 2),
    work('maintenance', sweep, 1),
  ]
}

function work<Data, Name extends string>(queue: string, processor: Processor<Data, void, Name>, concurrency: number): RunningWorker {
  const worker = new Worker<Data, void, Name>(queue, processor, { connection: workerConnection, concurrency })
  worker.on('error', (error) => {
    logger.error({ queue, error: error.message }, 'worker lost its connection')
  })
  worker.on('failed', (job, error) => {
    report(queue, job, error)
  })
  return worker
}

/** A failure that is tried again is worth a line; one that is not, a look. */
function report(queue: string, job: Job | undefined, error: Error): void {
  const level = job?.finishedOn === undefined ? 'warn' : 'error'
  logger[level]({ queue, job: job?.id, attempt: job?.attemptsMade, of: job?.opts.attempts, error: error.message }, 'a job failed')
}
