import { dataSource } from '@/database/data-source'
import type { Issue } from '@/issues/issue.entity'
import { webhookQueue } from '@/queues/queues'
import type { Subscriber } from '@/subscribers/subscriber.entity'
import { Webhook } from './webhook.entity'

export async function announceErasure(subscriber: Subscriber): Promise<void> {
  const webhooks = await dataSource.getRepository(Webhook).findBy({ event: 'subscriber.erased' })
  for (const webhook of webhooks) {
    await webhookQueue.add('post', { webhookId: webhook.id, event: 'subscriber.erased', subscriber })
  }
}

export async function announceIssue(issue: Issue): Promise<void> {
  const webhooks = await dataSource.getRepository(Webhook).findBy({ event: 'issue.sent' })
  for (const webhook of webhooks) {
    await webhookQueue.add('post', { webhookId: webhook.id, event: 'issue.sent', issue: issue.id })
  }
}
