/**
 * A job with pauses between attempts but without attempts fails for good at its first error; with attempts it is tried again after these
 * pauses.
 *
 * needs: redis, postgres
 */
import assert from 'node:assert/strict'
import type { Program } from '../../proofs/lab/program.ts'
import { project } from '../../proofs/lab/project.ts'
import { Web } from '../../proofs/lab/web.ts'

/** A ledger that is down, and how the queue stands after each failure. */
const worker = `
import { Queue, Worker } from 'bullmq'
const connection = { host: 'redis' }
const queue = new Queue('billing', { connection })
const push = async (job) => {
  console.log('try', Date.now(), job.name)
  const response = await fetch('https://ledger.example.com/invoices/' + job.data.invoiceId, { method: 'POST' })
  if (!response.ok) throw new Error(response.status + ' ' + response.statusText)
}
const worker = new Worker('billing', push, { connection })
worker.on('completed', (job) => console.log(job.name, 'completed, attempt', job.attemptsMade))
worker.on('failed', async (job, error) => {
  const { attempts, backoff } = job.opts
  console.log(job.name, 'failed, attempt ' + job.attemptsMade + ':', error.message, { attempts, backoff })
  console.log(job.name, 'waits', job.delay)
  console.log(await queue.getJobCounts('failed', 'delayed', 'waiting'))
})
await worker.waitUntilReady()
console.log('ready')
`

const pushInvoice = `
import { pushInvoice } from './src/invoices.js'
await pushInvoice(7)
process.exit()
`

const pushInNest = `
import { NestFactory } from '@nestjs/core'
import { BillingModule } from './src/billing.module.js'
import { InvoicesService } from './src/invoices.service.js'
const app = await NestFactory.createApplicationContext(BillingModule, { logger: false })
await app.get(InvoicesService).push(7)
process.exit()
`

/** Pauses beside \`retryLimit: 0\` are taken and never kept, a longest pause alone is refused. */
const pgBoss = `
import { PgBoss } from 'pg-boss'
const boss = new PgBoss(process.env.DATABASE_URL)
boss.on('error', console.log)
await boss.start()
await boss.createQueue('invoices')
const id = await boss.send('invoices', { invoiceId: 7 }, { retryLimit: 0, retryDelay: 1, retryBackoff: true })
await boss.work('invoices', { pollingIntervalSeconds: 0.5 }, async () => { throw new Error('503 Service Unavailable') })
let job
do {
  await new Promise((resolve) => setTimeout(resolve, 100))
  ;[job] = await boss.findJobs('invoices', { id })
} while (job.state === 'created' || job.state === 'active')
console.log('pg-boss:', job.state, 'after', job.retryCount, 'retries')
await boss.send('invoices', { invoiceId: 8 }, { retryDelayMax: 60 })
`

/** The milliseconds between one attempt at pushing the invoice and the next. */
function pauses(program: Program): readonly number[] {
  const times = program.lines(/^try \d+ push-invoice/).map((line) => Number(line.split(' ')[1]))
  return times.slice(1).map((time, index) => time - (times[index] ?? Number.NaN))
}

const web = await Web.start(503)

for (const [heading, code] of [
  ['TypeScript: pauses between attempts that are never made', pushInvoice],
  ['TypeScript: defaults that replace other defaults', pushInNest],
] as const) {
  const wrong = await project('wrong', heading, { web })
  const running = await wrong.start(worker)
  await running.waitFor(/^ready/)
  await wrong.run(code)
  const failure = await running.waitFor(/^push-invoice failed, attempt 1: 503 .* attempts: 0, backoff/)
  const counts = await running.waitFor(/^\{ failed: 1, delayed: 0, waiting: 0 \}/)
  wrong.show(`${failure} ${counts}`)
  await running.stop()
}

const boss = await project('wrong', 'TypeScript: pauses between attempts that are never made')
const refused = await boss.start(pgBoss)
assert.equal(await refused.end(), 1)
boss.show(await refused.waitFor(/^pg-boss: failed after 0 retries/))
boss.show(await refused.waitFor(/^AssertionError/))

const right = await project('right', 'TypeScript: attempts and the pauses between them', { web })
const running = await right.start(worker)
await running.waitFor(/^ready/)
await right.run(pushInvoice)
await running.waitFor(/^push-invoice failed, attempt 2/)
web.status = 200
right.show(await running.waitFor(/^push-invoice completed/))
const planned = running.lines(/^push-invoice waits/).map((line) => Number(line.split(' ')[2]))
const kept = pauses(running)
assert.equal(planned.length, 2)
assert.equal(kept.length, 2)
for (const [index, pause] of planned.entries()) {
  // With a jitter of a half, a pause is between a half and the whole of what it would be without.
  const most = 1000 * 2 ** index
  assert.ok(pause >= most / 2 && pause <= most, `a pause of ${pause} ms`)
  assert.ok((kept[index] ?? 0) >= most / 2, `after a pause of ${kept[index] ?? 0} ms`)
}
right.show(await running.waitFor(/^mail-invoice waits 60000/))
assert.deepEqual(running.lines(/failed: [1-9]/), [])
await running.stop()
