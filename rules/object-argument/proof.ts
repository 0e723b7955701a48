/**
 * An entity arrives at the worker without its methods, and what is saved there is as old as the job; two entities that point at each other
 * cannot be put in a job. A key and raw rows arrive as they were.
 *
 * needs: redis, postgres
 */
import assert from 'node:assert/strict'
import { project } from '../../proofs/lab/project.ts'

const nest = `
import { BullModule } from '@nestjs/bullmq'
import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { Order } from './order.entity'
import { OrdersService } from './orders.service'
import { ReceiptsProcessor } from './receipts.processor'

@Module({
  imports: [
    TypeOrmModule.forRoot({ type: 'postgres', url: process.env.DATABASE_URL, entities: [Order], synchronize: true }),
    TypeOrmModule.forFeature([Order]),
    BullModule.forRoot({ connection: { host: 'redis' } }),
    BullModule.registerQueue({ name: 'receipts' }),
  ],
  providers: [OrdersService, ReceiptsProcessor],
})
export class AppModule {}
`

/** An order is there, and the worker says how its jobs end. */
const shop = `
import { NestFactory } from '@nestjs/core'
import { getRepositoryToken } from '@nestjs/typeorm'
import { AppModule } from './src/orders/app.module.js'
import { Order } from './src/orders/order.entity.js'
import { OrdersService } from './src/orders/orders.service.js'
import { ReceiptsProcessor } from './src/orders/receipts.processor.js'
const app = await NestFactory.createApplicationContext(AppModule, { logger: false, abortOnError: false })
const orders = app.get(getRepositoryToken(Order))
const service = app.get(OrdersService)
const { worker } = app.get(ReceiptsProcessor)
worker.on('failed', (job, error) => console.log('job failed:', String(error)))
worker.on('completed', (job) => console.log('job completed:', job.name))
const { id } = await orders.save(orders.create({ email: 'ada@example.com', status: 'open' }))
`

const close = `${shop}
await service.close(id)
`

/** The order is cancelled while the job waits; then comes a worker that saves what it was given. */
const cancel = `${shop}
import { Queue } from 'bullmq'
await worker.close()
await service.close(id)
await orders.update(id, { status: 'cancelled' })
const [job] = await new Queue('receipts', { connection: { host: 'redis' } }).getWaiting()
await orders.save({ ...job.data.order, email: 'ada@example.org' })
console.log('cancelled, and after the worker has saved its copy:', (await orders.findOneByOrFail({ id })).status)
process.exit()
`

const closeAndExport = `${shop}
await service.close(id)
await orders.save(orders.create({ email: 'bob@example.com', status: 'open' }))
await service.exportOpen()
`

const placeOrder = `
import { boss, placeOrder } from './src/place-order.js'
import { dataSource } from './src/data-source.js'
import { Customer, Order } from './src/order.entity.js'
import { Queue } from 'bullmq'
await dataSource.setOptions({ synchronize: true }).initialize()
await boss.start()
await boss.createQueue('send-receipt')
const customer = await dataSource.manager.save(new Customer())
const say = (name) => (error) => console.log(name + ' rejects:', String(error).split('\\n')[0])
await placeOrder(customer.id).catch(say('send'))
console.log(await dataSource.manager.countBy(Order, { customer }), 'orders,', (await boss.findJobs('send-receipt')).length, 'jobs')
const order = Object.assign(new Order(), { customer })
customer.orders = [order]
await new Queue('receipts', { connection: { host: 'redis' } }).add('send', { order }).catch(say('add'))
process.exit()
`

const inNest = { files: { 'src/orders/app.module.ts': nest } }

const wrong = await project('wrong', "TypeScript: an entity in a job's data", inNest)
const closing = await wrong.start(close)
const failure = await closing.waitFor(/^job (failed|completed)/)
assert.equal(failure, 'job failed: TypeError: job.data.order.isOpen is not a function')
wrong.show(failure)
await closing.stop()
const stale = (await wrong.run(cancel)).trim()
assert.equal(stale, 'cancelled, and after the worker has saved its copy: closed')
wrong.show(stale)

const circle = await project('wrong', 'TypeScript: entities that point at each other')
const [send = '', rows, add] = (await circle.run(placeOrder)).split('\n')
assert.equal(send, 'send rejects: TypeError: Converting circular structure to JSON')
assert.equal(rows, '1 orders, 0 jobs')
assert.equal(add, 'add rejects: TypeError: Converting circular structure to JSON')
circle.show(`${send}: ${rows}`)

const right = await project('right', 'TypeScript: the key, and plain rows', inNest)
const working = await right.start(closeAndExport)
await working.waitFor(/^job /, { count: 2 })
assert.deepEqual(working.lines(/^job /), ['job completed: send', 'job completed: export'])
right.show(await working.waitFor(/^receipt for ada@example\.com$/))
right.show(await working.waitFor(/^export \[ \{ order_id: 2, order_email: 'bob@example\.com' \} \]$/))
await working.stop()
