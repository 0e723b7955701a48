import type { Job } from 'bullmq'
import { failureOf, timeLimit } from '@/http-failure'
import { config } from '@/config'
import type { ImportData } from '@/queues/jobs'
import { adopt } from '@/subscribers/subscribing'

interface Contact {
  readonly email: string
  readonly name: string
}

/** Takes on the contacts of a list in the CRM. Those who are known already keep the status they have. */
export async function importList({ data }: Job<ImportData>): Promise<void> {
  const response = await fetch(`${config.crm.url}/lists/${encodeURIComponent(data.listId)}`, {
    headers: { 'x-api-key': data.apiKey },
    signal: timeLimit(),
  })
  if (!response.ok) throw failureOf(response)
  const contacts = (await response.json()) as readonly Contact[]
  const seen = new Set<string>()
  for (const { email, name } of contacts) {
    const address = email.toLowerCase()
    if (seen.has(address)) continue
    seen.add(address)
    await adopt(address, name)
  }
}
