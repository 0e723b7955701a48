import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import type { Job } from 'bullmq'
import { dataSource } from '@/database/data-source'
import { recordBounce } from '@/issues/bounces'
import { deliverIssue } from '@/issues/deliver-issue'
import { Delivery } from '@/issues/delivery.entity'
import { fanOut } from '@/issues/fan-out'
import { Issue } from '@/issues/issue.entity'
import { publish } from '@/issues/publishing'
import type { DeliveryData, IssueData } from '@/queues/jobs'
import { deliveryQueue, issueQueue } from '@/queues/queues'
import { Subscriber, type SubscriberStatus } from '@/subscribers/subscriber.entity'
import { closeServices, emptyServices, openServices } from './services'

before(openServices)
beforeEach(emptyServices)
after(closeServices)

async function addSubscriber(name: string, status: SubscriberStatus): Promise<Subscriber> {
  return dataSource.getRepository(Subscriber).save({ email: `${name}@example.com`, name, status })
}

/** An issue that is being sent, to one active subscriber. */
async function sendingIssue(): Promise<Issue> {
  await addSubscriber('ada', 'active')
  await addSubscriber('grace', 'pending')
  const { id } = await dataSource.getRepository(Issue).save({ subject: 'First letter', body: 'Hello.' })
  assert.equal(await publish(id), true)
  return dataSource.getRepository(Issue).findOneByOrFail({ id })
}

async function runFanOut({ id }: Issue): Promise<Delivery> {
  await fanOut({ data: { issueId: id } } as Job<IssueData>)
  return dataSource.getRepository(Delivery).findOneByOrFail({ issueId: id })
}

async function runDelivery({ id }: Delivery): Promise<Delivery> {
  await deliverIssue({ data: { deliveryId: id } } as Job<DeliveryData>)
  return dataSource.getRepository(Delivery).findOneByOrFail({ id })
}

test('a draft is published once', async () => {
  const { id, status } = await sendingIssue()
  assert.equal(status, 'sending')
  assert.equal(await publish(id), false)
  assert.deepEqual((await issueQueue.getJobs(['waiting'])).map(({ data }) => data), [{ issueId: id }])
})

test('each active subscriber gets one delivery, also when the fan-out runs again', async () => {
  const issue = await sendingIssue()
  const delivery = await runFanOut(issue)
  await dataSource.getRepository(Issue).update({ id: issue.id }, { status: 'sending' })
  await runFanOut(issue)
  assert.equal(await dataSource.getRepository(Delivery).count(), 1)
  assert.deepEqual((await deliveryQueue.getJobs(['waiting'])).map(({ data }) => data), [{ deliveryId: delivery.id }])
})

test('a delivery is sent once', async () => {
  const delivery = await runFanOut(await sendingIssue())
  const first = await runDelivery(delivery)
  const second = await runDelivery(delivery)
  assert.equal(first.status, 'sent')
  assert.deepEqual(second.sentAt, first.sentAt)
})

test('who has left meanwhile gets nothing', async () => {
  const delivery = await runFanOut(await sendingIssue())
  await dataSource.getRepository(Subscriber).update({ id: delivery.subscriberId }, { status: 'unsubscribed' })
  assert.equal((await runDelivery(delivery)).status, 'skipped')
})

test('an address that a mail came back from is written to no more', async () => {
  const delivery = await runFanOut(await sendingIssue())
  assert.equal(await recordBounce(delivery.id, 'no such mailbox'), true)
  assert.equal((await dataSource.getRepository(Subscriber).findOneByOrFail({ id: delivery.subscriberId })).status, 'bounced')
})
