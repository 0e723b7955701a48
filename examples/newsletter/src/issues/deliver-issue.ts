import { type Job, UnrecoverableError } from 'bullmq'
import { dataSource } from '@/database/data-source'
import { deliver, isRefusal } from '@/mail/transport'
import type { DeliveryData } from '@/queues/jobs'
import { unsubscribeLink } from '@/subscribers/links'
import { Delivery } from './delivery.entity'

/** Sends an issue to one subscriber, unless it has been sent or they have left. */
export async function deliverIssue({ data }: Job<DeliveryData>): Promise<void> {
  const deliveries = dataSource.getRepository(Delivery)
  const delivery = await deliveries.findOne({ where: { id: data.deliveryId }, relations: { issue: true, subscriber: true } })
  if (delivery?.status !== 'pending') return
  if (delivery.subscriber.status !== 'active') {
    await deliveries.update({ id: delivery.id }, { status: 'skipped' })
    return
  }
  try {
    await deliver(writeIssue(delivery))
  } catch (error) {
    if (!isRefusal(error)) throw error
    await deliveries.update({ id: delivery.id }, { status: 'bounced', reason: String(error) })
    throw new UnrecoverableError(`the mail server refused: ${String(error)}`)
  }
  await deliveries.update({ id: delivery.id }, { status: 'sent', sentAt: new Date() })
}

/** Has the same message id each time, by which mail servers know a mail that comes twice. */
function writeIssue({ id, issue, subscriber }: Delivery) {
  const link = unsubscribeLink(subscriber.id)
  return {
    to: subscriber.email,
    subject: issue.subject,
    text: `${issue.body}\n\nTo leave: ${link}`,
    messageId: `<delivery-${id}@newsletter.example>`,
    list: { unsubscribe: link },
    headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  }
}
