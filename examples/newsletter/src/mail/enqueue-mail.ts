import type { JobsOptions } from 'bullmq'
import { logger } from '@/logger'
import type { MailData, MailTemplate } from '@/queues/jobs'
import { mailQueue } from '@/queues/queues'

/** Puts a mail on its way. Resolves when Redis has it, and rejects where Redis is away. */
export async function enqueueMail(template: MailTemplate, data: MailData, options: JobsOptions = {}): Promise<void> {
  const job = await mailQueue.add(template, data, options)
  logger.debug({ jobId: job.id, template, ...data }, 'queued a mail')
}
