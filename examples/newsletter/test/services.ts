import { DataSource } from 'typeorm'
import { config } from '@/config'
import { dataSource } from '@/database/data-source'
import { closeQueues, contactQueue, deliveryQueue, importQueue, issueQueue, mailQueue, openQueues, webhookQueue } from '@/queues/queues'

const usedQueues = [contactQueue, deliveryQueue, importQueue, issueQueue, mailQueue, webhookQueue]

/** Connects to the test database, which is made where it is missing, and to Redis. */
export async function openServices(): Promise<void> {
  const url = new URL(config.databaseUrl)
  const name = url.pathname.slice(1)
  url.pathname = '/postgres'
  const server = await new DataSource({ type: 'postgres', url: url.href }).initialize()
  const known: unknown[] = await server.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
  if (known.length === 0) await server.query(`CREATE DATABASE "${name}"`)
  await server.destroy()
  await dataSource.initialize()
  await dataSource.runMigrations()
  await openQueues()
}

/** Leaves no row and no job of an earlier test. */
export async function emptyServices(): Promise<void> {
  await dataSource.query('TRUNCATE subscriber, issue, webhook CASCADE')
  await Promise.all(usedQueues.map((queue) => queue.obliterate({ force: true })))
}

export async function closeServices(): Promise<void> {
  await closeQueues()
  await dataSource.destroy()
}
