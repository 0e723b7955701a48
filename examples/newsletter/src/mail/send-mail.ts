import { type Job, UnrecoverableError } from 'bullmq'
import { dataSource } from '@/database/data-source'
import { logger } from '@/logger'
import type { MailData, MailTemplate } from '@/queues/jobs'
import { Subscriber } from '@/subscribers/subscriber.entity'
import { templates } from './templates'
import { deliver, isRefusal } from './transport'

/** Writes a mail to a subscriber, unless it has been overtaken by what they did meanwhile. */
export async function sendMail({ name: template, data, id }: Job<MailData, void, MailTemplate>): Promise<void> {
  const subscriber = await dataSource.getRepository(Subscriber).findOneBy({ id: data.subscriberId })
  const { status, write } = templates[template]
  if (subscriber?.status !== status) {
    logger.warn({ template, ...data }, `there is no ${status} subscriber any more: no mail`)
    return
  }
  try {
    await deliver({ to: subscriber.email, messageId: `<mail-${id}@newsletter.example>`, ...write(subscriber) })
  } catch (error) {
    throw isRefusal(error) ? new UnrecoverableError(`the mail server refused: ${String(error)}`) : error
  }
}
