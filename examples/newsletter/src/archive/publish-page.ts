import type { Job } from 'bullmq'
import { config } from '@/config'
import { dataSource } from '@/database/data-source'
import { failureOf, timeLimit } from '@/http-failure'
import { Issue } from '@/issues/issue.entity'
import type { IssueData } from '@/queues/jobs'

/** Puts an issue on the web, in place of what may be there. */
export async function publishPage({ data }: Job<IssueData>): Promise<void> {
  const issue = await dataSource.getRepository(Issue).findOneByOrFail({ id: data.issueId })
  const response = await fetch(`${config.archive.url}/${issue.id}.txt`, {
    method: 'PUT',
    body: `${issue.subject}\n\n${issue.body}\n`,
    signal: timeLimit(),
  })
  if (!response.ok) throw failureOf(response)
}
