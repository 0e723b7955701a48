/**
 * A job that is added inside a transaction runs before the row is there, with each ORM; added after the commit, or by the transaction
 * itself, it finds the row.
 *
 * needs: redis, postgres
 */
import assert from 'node:assert/strict'
import { example } from '../../proofs/lab/examples.ts'
import { execute, slowCommits } from '../../proofs/lab/postgres.ts'
import { type Project, project } from '../../proofs/lab/project.ts'

const tables = `
CREATE TABLE orders (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email text NOT NULL, status text, total integer, "placedAt" timestamp);
CREATE TABLE stock (sku text PRIMARY KEY, "left" integer);
INSERT INTO stock VALUES ('pen', 5);
`

/** What a receipt needs: the row, read through a connection of its own. */
const receipt = `
import { Pool } from 'pg'

const pool = new Pool({ connectionString: process.env.DATABASE_URL })

export async function sendReceipt(orderId: number): Promise<void> {
  const { rows } = await pool.query('SELECT email FROM orders WHERE id = $1', [orderId])
  if (rows.length === 0) throw new Error('order ' + orderId + ' is not there')
  console.log('receipt for', rows[0].email)
}
`

const worker = `
import { Worker } from 'bullmq'
import { sendReceipt } from './src/receipt.js'
const worker = new Worker('receipts', (job) => sendReceipt(job.data.orderId), { connection: { host: 'redis' } })
worker.on('failed', (job, error) => console.log('job failed:', error.message))
await worker.waitUntilReady()
console.log('ready')
`

/** The generated client is asked for an adapter, which the page leaves out. */
const prisma = {
  'schema.prisma': `
generator client {
  provider = "prisma-client-js"
  output   = "./generated"
}
datasource db {
  provider = "postgresql"
}
model Order {
  id       Int @id @default(autoincrement())
  email    String
  status   String
  total    Int
  placedAt DateTime
  @@map("orders")
}
model Stock {
  sku  String @id
  left Int
  @@map("stock")
}
`,
  'node_modules/@prisma/client/index.js': `
const { PrismaPg } = require('@prisma/adapter-pg')
const adapter = new PrismaPg({ connectionString: process.env.DATABASE_URL })
exports.PrismaClient = class { constructor() { return new (require('../../../generated').PrismaClient)({ adapter }) } }
`,
}
/** Migrations have an engine of their own, which would be downloaded although generating does without it. */
const generate = `
import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
const cli = createRequire(import.meta.url).resolve('prisma/build/index.js')
execFileSync(process.execPath, [cli, 'generate', '--schema', 'schema.prisma'], { env: { ...process.env, CHECKPOINT_DISABLE: '1', PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true' } })
`

const placeWithPrisma = `
import { placeOrder } from './src/orders.js'
await placeOrder('ada@example.com', 'pen')
process.exit()
`

const typeorm = `
import { Queue } from 'bullmq'
import { DataSource } from 'typeorm'
import { Order } from './src/orders/order.entity.js'
const dataSource = new DataSource({ type: 'postgres', url: process.env.DATABASE_URL, entities: [Order] })
const receipts = new Queue('receipts', { connection: { host: 'redis' } })
`

const placeWithTypeorm = `${typeorm}
import { OrdersService } from './src/orders/orders.service.js'
import { ReceiptsService } from './src/orders/receipts.service.js'
await dataSource.initialize()
await new OrdersService(dataSource, new ReceiptsService(receipts)).place('ada@example.com')
process.exit()
`

const saveWithSubscriber = `${typeorm}
import { OrderSubscriber } from './src/orders/order.subscriber.js'
dataSource.setOptions({ subscribers: [OrderSubscriber] })
await dataSource.initialize()
await dataSource.getRepository(Order).save({ email: 'ada@example.com' })
process.exit()
`

const placeTransactional = `${typeorm}
import { addTransactionalDataSource, initializeTransactionalContext } from 'typeorm-transactional'
import { OrdersService } from './src/orders/orders.service.js'
initializeTransactionalContext()
addTransactionalDataSource(dataSource)
await dataSource.initialize()
await new OrdersService(dataSource.getRepository(Order), receipts).place('ada@example.com')
setTimeout(() => process.exit(), 500)
`

const placeWithDrizzle = `
import { boss, placeOrder } from './src/orders.js'
import { sendReceipt } from './src/receipt.js'
boss.on('error', console.log)
await boss.start()
await boss.createQueue('send-receipt')
await boss.work('send-receipt', { pollingIntervalSeconds: 0.5 }, async ([job]) => {
  await sendReceipt(job.data.orderId).catch((error) => console.log('job failed:', error.message))
  process.exit()
})
await placeOrder('ada@example.com')
`

async function shop(role: 'wrong' | 'right', heading: string, files: Readonly<Record<string, string>> = {}): Promise<Project> {
  const made = await project(role, heading, { files: { 'src/receipt.ts': receipt, ...files } })
  await execute(made.env['DATABASE_URL'] ?? '', tables)
  await slowCommits(made.env['DATABASE_URL'] ?? '', 'orders', 1)
  if ('schema.prisma' in files) await made.run(generate)
  return made
}

/** The worker's first line about the job that `code` adds. */
async function firstLine(made: Project, code: string): Promise<string> {
  const running = await made.start(worker)
  await running.waitFor(/^ready/)
  await made.run(code)
  return running.waitFor(/^(job failed|receipt)/).finally(() => running.stop())
}

for (const [heading, code, files] of [
  ['TypeScript: sent inside the callback', placeWithPrisma, prisma],
  ['TypeScript: sent further down the call path', placeWithTypeorm, {}],
  ['TypeScript: sent by a subscriber', saveWithSubscriber, {}],
] as const) {
  const wrong = await shop('wrong', heading, files)
  const line = await firstLine(wrong, code)
  assert.equal(line, 'job failed: order 1 is not there')
  wrong.show(`${heading}: ${line}`)
}

for (const [heading, code, files] of [
  ['TypeScript: sent when the transaction is over', placeWithPrisma, prisma],
  ['TypeScript: registered for the commit', placeTransactional, {}],
] as const) {
  const right = await shop('right', heading, files)
  const line = await firstLine(right, code)
  assert.equal(line, 'receipt for ada@example.com')
  right.show(`${heading}: ${line}`)
}

const own = 'TypeScript: sent by the transaction itself'
const orders = example('right', own)['src/orders.ts']?.replace('const boss', 'export const boss') ?? ''
const right = await shop('right', own, { 'src/orders.ts': orders })
const output = await right.run(placeWithDrizzle)
assert.equal(output.trim(), 'receipt for ada@example.com')
right.show(`${own}: ${output}`)
