import type { Job } from 'bullmq'
import { config } from '@/config'
import { dataSource } from '@/database/data-source'
import { failureOf, timeLimit } from '@/http-failure'
import type { ContactData } from '@/queues/jobs'
import { Subscriber } from '@/subscribers/subscriber.entity'

/** Tells the CRM how things stand with a subscriber. The same news twice changes nothing there. */
export async function pushContact({ data }: Job<ContactData>): Promise<void> {
  const subscriber = await dataSource.getRepository(Subscriber).findOneBy({ id: data.subscriberId })
  if (subscriber === null) return
  const { id, email, name, status } = subscriber
  const response = await fetch(`${config.crm.url}/contacts/${id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'x-api-key': config.crm.apiKey },
    body: JSON.stringify({ email, name, status }),
    signal: timeLimit(),
  })
  if (!response.ok) throw failureOf(response)
}
