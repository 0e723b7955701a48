import { dataSource } from '@/database/data-source'
import { issueQueue } from '@/queues/queues'
import { Issue } from './issue.entity'

/** Starts sending a draft. Returns false where the issue is no draft any more, or never was. */
export async function publish(id: string): Promise<boolean> {
  return dataSource.transaction(async (manager) => {
    const issue = await manager.findOne(Issue, { where: { id, status: 'draft' }, lock: { mode: 'pessimistic_write' } })
    if (issue === null) return false
    issue.status = 'sending'
    await manager.save(issue)
    await issueQueue.add('fan-out', { issueId: issue.id })
    return true
  })
}
