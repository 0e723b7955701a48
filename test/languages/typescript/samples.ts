/** Modules of the kind that is read in earnest: each with its name and its path. */
export const samples: readonly (readonly [name: string, path: string, code: string])[] = [
  [
    'a service with a queue',
    'src/mail/mail.service.ts',
    `import { InjectQueue, Processor, WorkerHost } from '@nestjs/bullmq'
import { Injectable, Logger } from '@nestjs/common'
import type { Job, Queue } from 'bullmq'
import { DataSource, type Repository } from 'typeorm'

import { Order } from './order.entity.js'
import * as names from '../names.js'

export interface MailJob {
  readonly orderId: string
  copyTo?: string | null
}

const RETRIES = 5, DELAY: number = 60_000

@Injectable()
export class MailService {
  private readonly logger = new Logger(MailService.name)
  private readonly sent = new Map<string, Date>()

  constructor(
    @InjectQueue(names.MAIL) private readonly queue: Queue<MailJob>,
    private readonly source: DataSource,
    private readonly orders: Repository<Order>,
  ) {}

  async pay(id: string, { copyTo = null, ...rest }: Partial<MailJob> = {}): Promise<Order | null> {
    const order = await this.orders.findOneByOrFail({ id })
    try {
      await this.source.transaction(async (manager) => {
        order.paid = true
        await manager.save(order)
        for (const [key, line] of order.lines.entries()) {
          if (line.price > 0) await manager.increment(Order, { id: line.id }, \`total-\${key}\`, line.price)
          else if (!line.gift) throw new Error('no price')
        }
      })
    } catch (error: unknown) {
      this.logger.error(error instanceof Error ? error.message : String(error))
      return null
    } finally {
      this.sent.delete(id)
    }
    void this.queue.add('receipt', { orderId: order.id, copyTo, ...rest }, { attempts: RETRIES, backoff: { type: 'exponential', delay: DELAY } })
    return order
  }

  get size(): number {
    return this.sent.size
  }
}

@Processor(names.MAIL, { concurrency: 5 })
export class MailProcessor extends WorkerHost {
  override async process(job: Job<MailJob, void>): Promise<void> {
    switch (job.name) {
      case 'receipt':
        return await send(job.data)
      default:
        throw new Error(\`unknown job \${job.name}\`)
    }
  }
}

const send = async ({ orderId }: MailJob) => {
  let tries = 0
  while (tries++ < RETRIES) if (await fetch(\`/mail/\${orderId}\`, { method: 'POST' }).then((answer) => answer.ok)) break
}
`,
  ],
  [
    'a module of JavaScript',
    'lib/jobs.js',
    `'use strict'
const PgBoss = require('pg-boss')
const { db, close: closeDatabase } = require('./db')

let boss

async function start(url = process.env.DATABASE_URL) {
  boss = new PgBoss({ connectionString: url })
  boss.on('error', function (error) {
    console.error(error)
  })
  await boss.start()
  await boss.work('welcome', async ([job]) => {
    const user = await db.users.find(job.data.id)
    return user && mail(user)
  })
  return boss
}

const mail = (user) => fetch(\`https://mail.example/\${user.id}\`, { method: 'POST' }) // not a comment: "https://"

module.exports = {
  start,
  async stop() {
    await Promise.all([boss?.stop({ graceful: true }), closeDatabase()])
  },
  send: (name, data) => boss.send(name, data, { retryLimit: 3, ...defaults[name] }),
}
`,
  ],
]
