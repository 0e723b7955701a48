import { describe, expect, test } from 'vitest'
import { reachedSends, sentInside } from './reached.ts'

describe('a query runner', () => {
  const run = (body: string) => sentInside(`export async function main(runner, items) {\n${body}\n}`)

  test('from its start to its commit', () => {
    const body = `
      await send('before')
      await runner.startTransaction()
      await send('inside')
      await runner.commitTransaction()
      await send('after')`
    expect(run(body)).toEqual(['inside'])
  })

  test('in what is tried, and not in what handles its failure', () => {
    const body = `
      await runner.startTransaction()
      try {
        if (items.length === 0) {
          await runner.rollbackTransaction()
          await send('gave up')
          return
        }
        for (const item of items) await send('tried')
        await runner.commitTransaction()
        await send('committed')
      } catch (error) {
        await runner.rollbackTransaction()
        await send('failed')
        throw error
      } finally {
        await send('at last')
        await runner.release()
      }
      await send('after')`
    expect(run(body)).toEqual(['tried'])
  })

  test('in each round of a loop anew', () => {
    const body = `
      for (const item of items) {
        await send('between')
        await runner.startTransaction()
        await send('inside')
        await runner.commitTransaction()
        await send('next')
      }`
    expect(run(body)).toEqual(['inside'])
  })

  test('of two, the one that is still open', () => {
    const body = `
      await runner.startTransaction()
      await items.session.startTransaction()
      await items.session.commitTransaction()
      await send('inside')
      await runner.commitTransaction()
      await items.session.endSession()`
    expect(reachedSends({ 'src/main.ts': `export async function main(runner, items) {\n${body}\n}` })).toEqual({ inside: ['runner.startTransaction'] })
  })

  test.each([
    ['nothing is committed here', "await runner.startTransaction()\nawait finish(runner)\nawait send('it')"],
    ['the commit is in the other branch', "await runner.startTransaction()\nif (items) { await send('it') } else { await runner.commitTransaction() }"],
    ['the start is in the other branch', "if (items) { await runner.startTransaction() } else { await send('it') }\nawait runner.commitTransaction()"],
    ['the start has left', "if (items) { await runner.startTransaction(); return }\nawait send('it')\nawait runner.commitTransaction()"],
    ['it may have been committed', "await runner.startTransaction()\nif (items) await runner.commitTransaction()\nawait send('it')\nawait runner.commitTransaction()"],
    ['another one is committed', "await runner.startTransaction()\nawait send('it')\nawait other.commitTransaction()"],
    ['it follows the commit', "await runner.startTransaction()\nawait runner.commitTransaction().then(() => send('it'))"],
  ])('silent where %s', (_, body) => {
    expect(run(body)).toEqual([])
  })

  test('what is called from there, in functions in place and in others', () => {
    const found = reachedSends({
      'src/main.ts': `
        const notify = (user) => { send('called') }
        export async function main(runner, users) {
          await runner.startTransaction()
          await Promise.all(users.map(async (user) => { await send('in place'); notify(user) }))
          await runner.commitTransaction()
        }`,
    })
    expect(found).toEqual({ called: ['runner.startTransaction > notify'], 'in place': ['runner.startTransaction'] })
  })
})

describe('a handle', () => {
  test.each([
    ['of Sequelize', "import { Sequelize } from 'sequelize'\nconst sequelize = new Sequelize('url')", 'await sequelize.transaction()'],
    ['of Sequelize 7', "import { Sequelize } from '@sequelize/core'\nconst sequelize = new Sequelize('url')", 'await sequelize.startUnmanagedTransaction()'],
    ['of Knex', "import knex from 'knex'\nconst db = knex({})", 'await db.transaction()'],
    ['of Kysely', "import { Kysely } from 'kysely'\nconst db = new Kysely({})", 'await db.startTransaction().execute()'],
    ['of something unknown that hands out one', '', 'await options.database.sequelize.transaction()'],
    ['that may be given', '', 'options.transaction ?? (await options.database.transaction())'],
  ])('%s', (_, head, start) => {
    const body = `const handle = ${start}\ntry { await send('inside', handle); if (!options.transaction) await handle.commit(); await send('after') } catch (error) { await handle.rollback(); throw error }`
    expect(sentInside(`${head}\nexport async function main(options) {\n${body}\n}`)).toEqual(['inside'])
  })

  test('not one of another kind', () => {
    const source = "import { Kafka } from 'kafkajs'\nconst producer = new Kafka({}).producer()\nexport async function main() { const t = await producer.transaction(); await send('it'); await t.commit() }"
    expect(sentInside(source)).toEqual([])
  })

  test('made and ended by functions of the project', () => {
    const house = `
      export class Transactions {
        static async begin(options) { if (options.transaction) return options.transaction; return options.database.sequelize.transaction() }
        static async commit(transaction) { return transaction.commit() }
        static async rollBack(transaction) { return transaction.rollback() }
      }`
    const source = `
      import { Transactions } from './house'
      export class Orders {
        async create(options) {
          const transaction = await Transactions.begin(options)
          try {
            await send('inside')
            await Transactions.commit(transaction)
            await send('after')
          } catch (error) {
            await Transactions.rollBack(transaction)
            await send('failed')
            throw error
          }
        }
        async close() {
          this.transaction = await Transactions.begin(this.options)
          await send('kept')
          await Transactions.commit(this.transaction)
        }
      }`
    expect(sentInside(source, { 'src/house.ts': house })).toEqual(['inside', 'kept'])
  })
})

describe('statements of SQL', () => {
  test.each([
    ["await client.query('BEGIN')", "await client.query('COMMIT')"],
    ["await client.query('begin transaction isolation level serializable')", "await client.query('commit')"],
    ["await client.execute('START TRANSACTION')", "await client.execute('COMMIT')"],
  ])('%s', (begin, commit) => {
    expect(sentInside(`export async function main(client) {\n${begin}\nawait send('inside')\n${commit}\nawait send('after')\n}`)).toEqual(['inside'])
  })

  test('not of two connections', () => {
    expect(sentInside("export async function main(one, two) { await one.query('BEGIN'); await send('it'); await two.query('COMMIT') }")).toEqual([])
  })
})

describe('a unit of work', () => {
  const mikro = (body: string) => sentInside(`import { EntityManager } from '@mikro-orm/postgresql'\nexport class Orders { constructor(private readonly em: EntityManager) {}\nasync create(order) {\n${body}\n} }`)

  test('has written nothing between persist and flush', () => {
    expect(mikro("await send('before')\nthis.em.persist(order)\nawait send('between')\nawait this.em.flush()\nawait send('after')")).toEqual(['between'])
  })

  test('that is flushed by others is unknown', () => {
    expect(mikro("this.em.persist(order)\nawait send('it')")).toEqual([])
  })

  test('begun and committed in so many words', () => {
    expect(mikro("const em = this.em.fork()\nawait em.begin()\ntry { await send('inside'); await em.commit() } catch (error) { await em.rollback() }\nawait send('after')")).toEqual(['inside'])
  })
})
