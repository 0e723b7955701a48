/**
 * A job with a limit that it never gets to, and a loop without a way out, are never among the failed jobs, however often they were tried;
 * with a limit they end there.
 *
 * needs: redis, postgres
 */
import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { project } from '../../proofs/lab/project.ts'
import { Web } from '../../proofs/lab/web.ts'

/** The attempts after which nobody would call it a limit any more. */
const several = 50

/** Runs the jobs of a queue while the warehouse is down, and takes each pause for over at once, as a person does with a button of a dashboard. */
const syncingWorker = `
import { Queue, Worker } from 'bullmq'
const connection = { host: 'redis' }
export const queue = new Queue('stock', { connection })
const sync = async (job) => {
  const response = await fetch('https://stock.example.com/sync/' + job.data.warehouseId, { method: 'POST' })
  if (!response.ok) throw new Error(response.status + ' ' + response.statusText)
}
const worker = new Worker('stock', sync, { connection })
worker.on('failed', async (job, error) => {
  console.log('job', job.id, 'failed (attempt ' + job.attemptsMade + '):', error.message)
  console.log('after attempt', job.attemptsMade, await queue.getJobCounts('failed', 'delayed'), 'pause', job.delay)
  await queue.promoteJobs()
})
await worker.waitUntilReady()
`

const syncForever = `${syncingWorker}
import { StockService } from './src/stock.service.js'
await new StockService(queue).sync(7)
`

const syncWithLimit = `${syncingWorker}
import { syncStock } from './src/queues.js'
await syncStock(7)
`

/** Sleeps of the processor last a hundredth of a second. */
const shortPauses = `
import timers from 'node:timers/promises'
const { setTimeout: pause } = timers
timers.setTimeout = (milliseconds) => pause(Math.min(milliseconds, 10))
`

/** The one slot of the worker is taken by a loop; the second job waits behind it. */
const fetchInLoop = `${shortPauses}
import { Queue } from 'bullmq'
const { ratesWorker } = await import('./src/rates.worker.js')
const queue = new Queue('rates', { connection: { host: 'redis' } })
ratesWorker.on('active', (job) => console.log('job', job.id, 'has begun'))
ratesWorker.on('completed', (job, rates) => console.log('job', job.id, 'completed', rates))
await queue.addBulk([{ name: 'refresh', data: {} }, { name: 'refresh', data: {} }])
setInterval(async () => console.log(await queue.getJobCounts('failed', 'active', 'waiting')), 100)
`

const fetchOnce = `
import { Queue } from 'bullmq'
import { ratesWorker, refreshRates } from './src/rates.worker.js'
const queue = new Queue('rates', { connection: { host: 'redis' } })
ratesWorker.on('failed', async (job, error) => {
  console.log('job', job.id, 'failed (attempt ' + job.attemptsMade + '):', error.message)
  console.log('after attempt', job.attemptsMade, await queue.getJobCounts('failed', 'delayed'), 'pause', job.delay)
  await queue.promoteJobs()
})
await refreshRates()
`

/** What a limit of \`Infinity\` comes to. */
const infinity = `
import Bull from 'bull'
import { Queue } from 'bullmq'
import { PgBoss } from 'pg-boss'
const say = (name) => (error) => console.log(name + ':', String(error).split(' script:')[0])
await new Queue('stock', { connection: { host: 'redis' } }).add('sync', {}, { attempts: Infinity }).catch(say('BullMQ'))
const boss = new PgBoss(process.env.DATABASE_URL)
boss.on('error', console.log)
await boss.start()
await boss.createQueue('stock')
await boss.send('stock', {}, { retryLimit: Infinity }).catch(say('pg-boss'))
const bull = new Bull('stock-of-bull', process.env.REDIS_URL)
await bull.add({}, { attempts: Infinity })
bull.process(async () => { throw new Error('503 Service Unavailable') })
bull.on('failed', async (job) => {
  const { attempts } = JSON.parse(await bull.client.hget('bull:stock-of-bull:1', 'opts'))
  console.log('Bull: attempts', attempts, 'in Redis, failed after', job.attemptsMade)
  process.exit()
})
`

const web = await Web.start(503)

const forever = await project('wrong', 'TypeScript: no limit for a job', { web })
const syncing = await forever.start(syncForever)
await syncing.waitFor(/^job 1 failed \(attempt 1\): 503/)
const counts = await syncing.waitFor(new RegExp(`^after attempt ${several} `))
assert.match(counts, /\{ failed: 0, delayed: 1 \} pause 5000$/)
forever.show(counts)
await syncing.stop()
const bounds = await forever.run(infinity)
for (const [line] of bounds.matchAll(/^(?:BullMQ: ReplyError: .* Cannot serialise|pg-boss: .* must be an integer|Bull: attempts null .* after 1$).*/gm)) forever.show(line)
assert.equal(bounds.trim().split('\n').length, 3)

web.requests.length = 0
const loop = await project('wrong', 'TypeScript: no way out of the loop', { web })
const looping = await loop.start(fetchInLoop)
await looping.waitFor(/^job 1 has begun/)
for (const end = Date.now() + 20_000; web.requests.length < several && Date.now() < end; ) await pause(50)
assert.ok(web.requests.length >= several, looping.log)
const meanwhile = await looping.waitFor(/^\{/, { count: looping.lines(/^\{/).length + 1 })
assert.equal(meanwhile, '{ failed: 0, active: 1, waiting: 1 }')
assert.deepEqual(looping.lines(/completed/), [])
loop.show(`after ${several} requests of job 1: ${meanwhile}`)
web.status = 200
await looping.waitFor(/^job 2 completed/)
await looping.stop()

for (const [status, heading, code, attempts] of [
  [503, 'TypeScript: a limit, and pauses that grow', syncWithLimit, 8],
  [503, 'TypeScript: the job is tried again, not the loop', fetchOnce, 10],
  [401, 'TypeScript: the job is tried again, not the loop', fetchOnce, 1],
] as const) {
  web.status = status
  const right = await project('right', heading, { web })
  const running = await right.start(code)
  const last = await running.waitFor(/ \{ failed: 1, delayed: 0 \}/)
  assert.ok(last.startsWith(`after attempt ${attempts} `), running.log)
  right.show(running.lines(/^job 1 failed/).at(-1) ?? '')
  const pauses = running.lines(/delayed: 1/).map((line) => Number(/pause (\d+)/.exec(line)?.[1]))
  assert.equal(pauses.length, attempts - 1)
  for (const [index, time] of pauses.entries()) {
    const most = heading.endsWith('grow') ? 5000 * 2 ** index : 30_000
    assert.ok(time >= most / 2 && time <= most, `a pause of ${time} ms`)
  }
  await running.stop()
}
