import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { buildServer } from '@/api/server'
import { dataSource } from '@/database/data-source'
import { mailQueue } from '@/queues/queues'
import { Consent } from '@/subscribers/consent.entity'
import { confirmLink, unsubscribeLink } from '@/subscribers/links'
import { remind } from '@/subscribers/reminding'
import { Subscriber } from '@/subscribers/subscriber.entity'
import { closeServices, emptyServices, openServices } from './services'

const editor = { authorization: 'Bearer test-editor' }
let app: FastifyInstance

before(async () => {
  await openServices()
  app = await buildServer()
})
beforeEach(emptyServices)
after(async () => {
  await app.close()
  await closeServices()
})

async function subscribeAda(): Promise<Subscriber> {
  const answer = await app.inject({ method: 'POST', url: '/subscribers', payload: { email: 'Ada@example.com', name: 'Ada' } })
  assert.equal(answer.statusCode, 202)
  return dataSource.getRepository(Subscriber).findOneByOrFail({ email: 'ada@example.com' })
}

async function queuedMails(): Promise<readonly string[]> {
  const jobs = await mailQueue.getJobs(['waiting'])
  return jobs.map(({ name, data }) => `${name} ${data.subscriberId}`).sort()
}

test('who subscribes is asked by mail, once within a minute', async () => {
  const { id, status } = await subscribeAda()
  await subscribeAda()
  assert.equal(status, 'pending')
  assert.equal(await dataSource.getRepository(Consent).countBy({ subscriberId: id }), 2)
  assert.deepEqual(await queuedMails(), [`confirmation ${id}`])
})

test('the link in the mail confirms, once', async () => {
  const { id } = await subscribeAda()
  const link = new URL(confirmLink(id)).pathname
  assert.equal((await app.inject(link)).statusCode, 200)
  assert.equal((await app.inject(link)).statusCode, 200)
  assert.deepEqual(await queuedMails(), [`confirmation ${id}`, `welcome ${id}`])
})

test('a link that somebody made up confirms nothing', async () => {
  const { id } = await subscribeAda()
  const answer = await app.inject(new URL(unsubscribeLink(id)).pathname.replace('unsubscribe', 'confirm'))
  assert.equal(answer.statusCode, 404)
  assert.equal((await dataSource.getRepository(Subscriber).findOneByOrFail({ id })).status, 'pending')
})

test('one click ends a subscription', async () => {
  const { id } = await subscribeAda()
  await app.inject(new URL(confirmLink(id)).pathname)
  await app.inject({ method: 'POST', url: new URL(unsubscribeLink(id)).pathname })
  assert.equal((await dataSource.getRepository(Subscriber).findOneByOrFail({ id })).status, 'unsubscribed')
})

test('only editors erase a subscriber', async () => {
  const { id } = await subscribeAda()
  const url = `/subscribers/${id}`
  assert.equal((await app.inject({ method: 'DELETE', url })).statusCode, 401)
  assert.equal((await app.inject({ method: 'DELETE', url, headers: editor })).statusCode, 204)
  assert.equal(await dataSource.getRepository(Consent).count(), 0)
})

test('who does not answer for three days is reminded, once', async () => {
  const { id } = await subscribeAda()
  assert.equal(await remind(), 0)
  await dataSource.getRepository(Subscriber).update({ id }, { createdAt: new Date(Date.now() - 4 * 24 * 60 * 60 * 1_000) })
  assert.equal(await remind(), 1)
  assert.equal(await remind(), 0)
})
