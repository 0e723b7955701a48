/**
 * A password and a key in a job's data stand in Redis, and in the table of pg-boss, in plain text, before the job has run and after; with
 * the key of the row neither is there, and the work is done.
 *
 * needs: redis, postgres
 */
import assert from 'node:assert/strict'
import { execute } from '../../proofs/lab/postgres.ts'
import { type Project, project } from '../../proofs/lab/project.ts'
import { redis } from '../../proofs/lab/redis.ts'
import { Web } from '../../proofs/lab/web.ts'

const [email, password, apiKey] = ['ada@example.com', 'correct horse', 'crm-4f1c09'] as const

const signUp = `
import { Queue } from 'bullmq'
import { AccountsService } from './src/accounts.service.js'
process.env.CRM_API_KEY = '${apiKey}'
const queue = new Queue('accounts', { connection: { host: 'redis' } })
await new AccountsService(queue).signUp({ email: '${email}', password: '${password}' })
process.exit()
`

/** Does both jobs, and leaves what a worker leaves. */
const work = `
import { Worker } from 'bullmq'
const worker = new Worker('accounts', async () => 'done', { connection: { host: 'redis' } })
worker.on('completed', (job) => { if (job.id === '2') process.exit() })
`

const signUpWithPgBoss = `
import { PgBoss } from 'pg-boss'
const boss = new PgBoss(process.env.DATABASE_URL)
boss.on('error', console.log)
await boss.start()
await boss.createQueue('accounts')
await boss.send('accounts', { email: '${email}', password: '${password}' })
await boss.work('accounts', { pollingIntervalSeconds: 0.5 }, async () => setTimeout(() => void boss.stop(), 1000))
`

const nest = `
import { BullModule } from '@nestjs/bullmq'
import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { Account } from './account.entity'
import { AccountsProcessor } from './accounts.processor'
import { AccountsService } from './accounts.service'

@Module({
  imports: [
    TypeOrmModule.forRoot({ type: 'postgres', url: process.env.DATABASE_URL, entities: [Account], synchronize: true }),
    TypeOrmModule.forFeature([Account]),
    BullModule.forRoot({ connection: { host: 'redis' } }),
    BullModule.registerQueue({ name: 'accounts' }),
  ],
  providers: [AccountsService, AccountsProcessor],
})
export class AppModule {}
`

const signUpInNest = `
import { getQueueToken } from '@nestjs/bullmq'
import { NestFactory } from '@nestjs/core'
import { compare } from 'bcryptjs'
import { DataSource } from 'typeorm'
import { AppModule } from './src/app.module.js'
import { AccountsService } from './src/accounts.service.js'
process.env.CRM_API_KEY = '${apiKey}'
const app = await NestFactory.createApplicationContext(AppModule, { logger: false, abortOnError: false })
await app.get(AccountsService).signUp('${email}', '${password}')
const queue = app.get(getQueueToken('accounts'))
while ((await queue.getCompletedCount()) < 2) await new Promise((resolve) => setTimeout(resolve, 50))
const [account] = await app.get(DataSource).query('SELECT * FROM account')
console.log('the password fits:', await compare('${password}', account.passwordHash))
process.exit()
`

/** All that this project's Redis holds, of whatever type, as text. */
const everything = `
local all = {}
for _, key in ipairs(redis.call('KEYS', '*')) do
  local kind = redis.call('TYPE', key).ok
  local read = { hash = {'HGETALL', key}, stream = {'XRANGE', key, '-', '+'}, list = {'LRANGE', key, 0, -1}, zset = {'ZRANGE', key, 0, -1}, string = {'GET', key} }
  table.insert(all, key)
  table.insert(all, cjson.encode(redis.call(unpack(read[kind]))))
end
return all
`

function ask(made: Project, ...command: readonly string[]): Promise<string> {
  return redis(made.env['REDIS_URL'] ?? '', ...command)
}

const wrong = await project('wrong', 'TypeScript: a password, and a key from the environment')
await wrong.run(signUp)
for (const [job, line] of [
  [1, `{"email":"${email}","password":"${password}"}`],
  [2, `{"email":"${email}","apiKey":"${apiKey}"}`],
] as const) {
  const hash = await ask(wrong, 'HGETALL', `bull:accounts:${job}`)
  assert.ok(hash.split('\n').includes(line), hash)
  wrong.show(`HGETALL bull:accounts:${job}: data ${line}`)
}
await wrong.run(work)
assert.match(await ask(wrong, 'HGETALL', 'bull:accounts:2'), /^finishedOn$/m)
const kept = await ask(wrong, 'EVAL', everything, '0')
for (const secret of [password, apiKey]) assert.ok(kept.includes(secret), kept)

await wrong.run(signUpWithPgBoss)
const database = wrong.env['DATABASE_URL'] ?? ''
const row = (await execute(database, 'SELECT name, state, data FROM pgboss.job')).trim()
assert.equal(row, `accounts|completed|{"email": "${email}", "password": "${password}"}`)
const week = 7 * 24 * 60 * 60
assert.equal(Number(await execute(database, "SELECT deletion_seconds FROM pgboss.queue WHERE name = 'accounts'")), week)
wrong.show(`SELECT name, state, data FROM pgboss.job: ${row}`)

const web = await Web.start()
const right = await project('right', 'TypeScript: the key of the row', { files: { 'src/app.module.ts': nest }, web })
const output = await right.run(signUpInNest)
assert.match(output, /^welcome 1$/m)
assert.match(output, /^the password fits: true$/m)
assert.deepEqual(web.requests, ['PUT https://crm.example.com/contacts/1'])
const held = await ask(right, 'EVAL', everything, '0')
for (const secret of [email, password, apiKey]) assert.ok(!held.includes(secret), held)
const hash = await ask(right, 'HGETALL', 'bull:accounts:2')
assert.ok(hash.split('\n').includes('{"accountId":1}'), hash)
right.show('HGETALL bull:accounts:2: data {"accountId":1}')
