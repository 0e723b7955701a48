import type { Job } from 'bullmq'
import { dataSource } from '@/database/data-source'
import { logger } from '@/logger'
import type { IssueData } from '@/queues/jobs'
import { archiveQueue } from '@/queues/queues'
import { announceIssue } from '@/webhooks/announce'
import { Delivery } from './delivery.entity'
import { Issue } from './issue.entity'
import { queueDeliveries } from './queue-deliveries'

/** Makes a delivery for each active subscriber and queues it. Tried again, it adds what is missing. */
export async function fanOut({ data }: Job<IssueData>): Promise<void> {
  const issues = dataSource.getRepository(Issue)
  const issue = await issues.findOneBy({ id: data.issueId })
  if (issue?.status !== 'sending') {
    logger.warn(data, 'this issue is not to be sent')
    return
  }
  const pending = await dataSource.transaction(async (manager) => {
    await manager.query(
      `INSERT INTO delivery (issue_id, subscriber_id) SELECT $1, id FROM subscriber WHERE status = 'active' ON CONFLICT DO NOTHING`,
      [issue.id],
    )
    return manager.findBy(Delivery, { issueId: issue.id, status: 'pending' })
  })
  await queueDeliveries(pending)
  await archiveQueue.add('publish', { issueId: issue.id }, { jobId: `archive-${issue.id}`, backoff: { type: 'exponential', delay: 10_000 } })
  await announceIssue(issue)
  await issues.update({ id: issue.id }, { status: 'sent', sentAt: new Date() })
}
