/**
 * A dropped promise takes the process down, after the answer was given, when the queue refuses the job; an awaited one tells its caller.
 *
 * needs: own redis, postgres
 */
import assert from 'node:assert/strict'
import { example } from '../../proofs/lab/examples.ts'
import { project } from '../../proofs/lab/project.ts'
import { redis } from '../../proofs/lab/redis.ts'

const main = `
import { NestFactory } from '@nestjs/core'
import { BullModule } from '@nestjs/bullmq'
import { Module } from '@nestjs/common'
import { AccountsController } from './accounts.controller'

@Module({
  imports: [BullModule.forRoot({ connection: { host: 'redis' } }), BullModule.registerQueue({ name: 'mails' })],
  controllers: [AccountsController],
})
class AppModule {}

export async function listen(): Promise<string> {
  const app = await NestFactory.create(AppModule, { logger: false })
  await app.listen(0, '127.0.0.1')
  return app.getUrl()
}
`

/** A server that is asked once, and would go on. */
const signUpOverHttp = `
import { listen } from './src/main.js'
const answer = await fetch((await listen()) + '/accounts', { method: 'POST' })
console.log('request answered with', answer.status)
setTimeout(() => console.log('still running'), 3000)
`

const signUp = `
import { signUp } from './src/sign-up.js'
try {
  await signUp('ada@example.com')
  console.log('signed up')
} catch (error) {
  console.log('the caller knows:', error.message)
}
setTimeout(() => process.exit(), 1000)
`

/** Nobody has created the queue. */
const sendDigests = `
import { boss, sendDigests } from './src/digests.js'
await boss.start()
await sendDigests(['ada', 'bob'])
console.log('digests sent, says the function')
setTimeout(() => process.exit(), 1000)
`

const countVisit = `
import { countVisit } from './src/mails.js'
countVisit('/')
setTimeout(() => process.exit(), 1000)
`

const loopHeading = 'TypeScript: in a loop that cannot wait'
const digests = example('wrong', loopHeading)['src/digests.ts']?.replace('const boss', 'export const boss') ?? ''

const server = await project('wrong', 'TypeScript: a forgotten await', { files: { 'src/main.ts': main } })
const wrapper = await project('wrong', 'TypeScript: a wrapper that returns nothing')
const loop = await project('wrong', loopHeading, { files: { 'src/digests.ts': digests } })
const right = await project('right', 'TypeScript: awaited, returned, or its failure handled')

// Redis takes no more: what an unlimited queue comes to one day.
await redis(right.env['REDIS_URL'] ?? '', 'CONFIG', 'SET', 'maxmemory', '1mb')

const serving = await server.start(signUpOverHttp)
assert.equal(await serving.end(), 1)
assert.deepEqual(serving.lines(/still running/), [])
server.show(await serving.waitFor(/request answered with 202/))
server.show(await serving.waitFor(/^ReplyError: OOM/))

wrapper.show(await wrapper.fails(signUp, /^ReplyError: OOM/))
loop.show(await loop.fails(sendDigests, /^Error: Queue digest does not exist/))

const told = await right.run(signUp)
assert.match(told, /^the caller knows: OOM command not allowed/)
right.show(told)
const visit = await right.run(countVisit)
assert.match(visit, /a visit was not counted ReplyError: OOM/)
right.show(visit.split('\n')[0] ?? '')
