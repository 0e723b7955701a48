import type { Job } from 'bullmq'
import { dataSource } from '@/database/data-source'
import { failureOf, timeLimit } from '@/http-failure'
import type { WebhookData } from '@/queues/jobs'
import { Webhook } from './webhook.entity'

/** Tells one address of one event. Receivers know a repeated event by its id. */
export async function postWebhook({ id, data }: Job<WebhookData>): Promise<void> {
  const webhook = await dataSource.getRepository(Webhook).findOneBy({ id: data.webhookId })
  if (webhook === null) return
  const response = await fetch(webhook.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id, ...describe(data) }),
    signal: timeLimit(),
  })
  if (!response.ok) throw failureOf(response)
}

function describe(data: WebhookData): object {
  if (data.event === 'issue.sent') return { event: data.event, issue: data.issue }
  const { email, createdAt } = data.subscriber
  return { event: data.event, email, since: createdAt.toISOString() }
}
