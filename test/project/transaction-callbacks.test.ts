import { describe, expect, test } from 'vitest'
import { reachedSends, sentInside } from './reached.ts'

const clients = `
  import { drizzle } from 'drizzle-orm/node-postgres'
  import knex from 'knex'
  import { Kysely } from 'kysely'
  import { EntityManager as MikroManager } from '@mikro-orm/core'
  import mongoose from 'mongoose'
  import pMap from 'p-map'
  import postgres from 'postgres'
  import { PrismaClient } from '@prisma/client'
  import { Sequelize } from 'sequelize'
  import { DataSource, EntityManager, getConnection, getManager, type Repository } from 'typeorm'
  import { runInTransaction, runOnTransactionCommit } from 'typeorm-transactional'
  declare const manager: EntityManager, orders: Repository<object>, mikro: MikroManager, session: mongoose.ClientSession, kysely: Kysely<object>
  const source = new DataSource({}), prisma = new PrismaClient(), db = drizzle('url'), sequelize = new Sequelize('url'), k = knex({}), sql = postgres('url')
`

function inside(body: string): readonly string[] {
  return sentInside(`${clients}\nexport async function main(items: string[], bus, db2, wrap) {\n${body}\n}`)
}

describe('calls that open a transaction for a function', () => {
  test.each([
    "await prisma.$transaction(async (tx) => { await send('it') })",
    "await prisma.$extends({}).$transaction(async (tx) => { await send('it') }, { timeout: 5 })",
    "await anything().$transaction(function (tx) { return send('it') })",
    "await source.transaction(async (em) => { await send('it') })",
    "await source.manager.transaction('SERIALIZABLE', async (em) => send('it'))",
    "await manager.transaction((em) => send('it'))",
    "await orders.manager.transaction((em) => send('it'))",
    "await getManager().transaction((em) => send('it'))",
    "await getConnection().transaction((em) => send('it'))",
    "await source.createQueryRunner().manager.transaction((em) => send('it'))",
    "await runInTransaction(async () => send('it'))",
    "await db.transaction(async (tx) => { await send('it') }, { isolationLevel: 'serializable' })",
    "await sequelize.transaction({}, async (t) => { await send('it') })",
    "await k.transaction(async (trx) => { await send('it') })",
    "await kysely.transaction().execute(async (trx) => { await send('it') })",
    "await kysely.transaction().setIsolationLevel('serializable').execute(async (trx) => { await send('it') })",
    "await mikro.transactional(async (em) => { await send('it') })",
    "await session.withTransaction(async () => { await send('it') })",
    "await sql.begin(async (sql) => { await send('it') })",
    "await bus.withTransaction(async (trx) => { await send('it') })",
  ])('%s', (statement) => {
    expect(inside(statement)).toEqual(['it'])
  })

  test.each([
    "await prisma.$transaction([prisma.order.create({}), send('it')])",
    "await prisma.$transaction(async (tx) => 1); await send('it')",
    "await prisma.$transaction(async (tx) => 1).then(() => send('it'))",
    "const run = () => send('it'); await prisma.$transaction(async (tx) => 1); await run()",
    "bus.transaction('orders', (name) => send('it'))",
    "redis.transaction(() => send('it'))",
    "await runOnTransactionCommit(async () => send('it'))",
  ])('not %s', (statement) => {
    expect(inside(statement)).toEqual([])
  })

  test('the handle given to the function opens transactions inside the transaction', () => {
    const nested = "await source.transaction(async (a) => { await a.transaction(async (b) => { await b.transaction((c) => send('it')) }) })"
    expect(reachedSends({ 'src/main.ts': `${clients}\n${nested}` })).toEqual({ it: ['b.transaction'] })
    expect(inside("await db.transaction(async (one) => { await one.transaction(async (two) => send('it')) })")).toEqual(['it'])
  })
})

describe('functions inside the function', () => {
  test.each([
    "items.forEach(async (item) => { await send('it') })",
    "await Promise.all(items.map((item) => send('it')))",
    "for (const item of items) await send('it')",
    "await pMap(items, async (item) => { await send('it') })",
    "await (async () => { await send('it') })()",
    "await new Promise((resolve) => { send('it'); resolve() })",
    "await tx.order.create({}).then(() => send('it'))",
    "return tx.order.create({}).finally(() => { send('it') })",
    "const run = async () => { await send('it') }; await run()",
  ])('run inside: %s', (statement) => {
    expect(inside(`await prisma.$transaction(async (tx) => { ${statement} })`)).toEqual(['it'])
  })

  test.each([
    "setTimeout(() => send('it'), 10)",
    "setImmediate(async () => { await send('it') })",
    "process.nextTick(() => send('it'))",
    "bus.on('done', () => send('it'))",
    "tx.order.create({}).then(() => send('it'))",
    "runOnTransactionCommit(() => send('it'))",
    "tx.afterCommit(() => send('it'))",
    "later.push(() => send('it'))",
    "return () => send('it')",
    "return { done: () => send('it') }",
  ])('run at a time unknown: %s', (statement) => {
    expect(inside(`await prisma.$transaction(async (tx) => { ${statement} })`)).toEqual([])
  })
})

describe('functions handed over by name', () => {
  test.each([
    "const work = async (tx) => { await send('it') }; await prisma.$transaction(work)",
    "async function work(tx) { await send('it') } await prisma.$transaction(work.bind(null))",
  ])('%s', (statement) => {
    expect(inside(statement)).toEqual(['it'])
  })

  test('a method, fixed to its object, from another module', () => {
    const found = reachedSends({
      'src/orders.ts': "export class Orders { async create(tx) { await send('it') } }\nexport const handler = async (tx) => send('handler')",
      'src/main.ts': `${clients}\nimport { Orders, handler } from './orders'\nexport const main = (orders: Orders) => prisma.$transaction(orders.create.bind(orders))\nprisma.$transaction(handler)`,
    })
    expect(found).toEqual({ it: ['prisma.$transaction > create'], handler: ['prisma.$transaction > handler'] })
  })

  test('it is not inside where it is registered as a listener', () => {
    expect(inside("const work = async () => { await send('it') }; await prisma.$transaction(async (tx) => { bus.on('x', work) })")).toEqual([])
  })
})

describe("functions of the project that run what they are given", () => {
  const house = `
    export const withTransaction = (work) => source.transaction((em) => work(em))
    export const retried = async (work, times = 3) => { for (let left = times; left > 0; left--) await withTransaction(work) }
    export async function authenticated(work) {
      const runner = source.createQueryRunner()
      await runner.startTransaction()
      try {
        const result = await work(runner.manager)
        await runner.commitTransaction()
        return result
      } catch (error) {
        await runner.rollbackTransaction()
        throw error
      }
    }
    export const measured = async (work) => { start(); const result = await work(); stop(); return result }
    export const traced = (name, work) => async (...given) => work(...given)
    export const perhaps = async (isOpen, work) => { if (isOpen) return source.transaction(work); return work() }
    const waiting = []
    export const later = (work) => { if (now) work(); waiting.push(work) }
    export const after = async (work) => { const result = await source.transaction((em) => em.save()); await work(result) }
  `
  const withHouse = (body: string) => sentInside(`${clients}${house}\nexport async function main() { ${body} }`)

  test.each([
    "await withTransaction(async (em) => send('it'))",
    "await retried(async (em) => send('it'))",
    "await authenticated(async (em) => send('it'))",
    "await withTransaction(async (em) => { await measured(() => send('it')) })",
    "await source.transaction(traced('orders', async (em) => { await send('it') }))",
    "await perhaps(true, async () => send('it'))",
  ])('%s', (statement) => {
    expect(withHouse(statement)).toEqual(['it'])
  })

  test.each([
    "await measured(() => send('it'))",
    "await perhaps(false, async () => send('it'))",
    "await withTransaction(async (em) => { later(() => send('it')) })",
    "await after(async () => send('it'))",
    "await traced('orders', async () => { await send('it') })()",
  ])('not %s', (statement) => {
    expect(withHouse(statement)).toEqual([])
  })

  test('the call of it is where the transaction opens', () => {
    const found = reachedSends({ 'src/main.ts': `${clients}${house}\nexport const main = () => retried(async (em) => { await send('it') })` })
    expect(found).toEqual({ it: ['retried'] })
  })

  test('behind an interface', () => {
    const executor = `
      export interface Executor { tx<T>(work: (executor: Executor) => Promise<T>): Promise<T>; once<T>(work: () => T): T }
      export class Real implements Executor {
        constructor(private readonly db) {}
        tx(work) { return this.db.transaction((tx) => work(new Real(tx))) }
        once(work) { return work() }
      }
      export const main = async (executor: Executor) => { await executor.tx(async () => send('tx')); executor.once(() => send('once')) }`
    expect(sentInside(executor)).toEqual(['tx'])
  })
})
