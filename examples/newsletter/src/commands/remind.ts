import { IsNull, LessThan } from 'typeorm'
import { dataSource } from '@/database/data-source'
import { logger } from '@/logger'
import { enqueueMail } from '@/mail/enqueue-mail'
import { closeQueues, openQueues } from '@/queues/queues'
import { Subscriber } from '@/subscribers/subscriber.entity'

const threeDays = 3 * 24 * 60 * 60 * 1_000

await dataSource.initialize()
await openQueues()
const subscribers = dataSource.getRepository(Subscriber)
const silent = await subscribers.findBy({ status: 'pending', createdAt: LessThan(new Date(Date.now() - threeDays)), remindedAt: IsNull() })
let reminded = 0
for (const { id } of silent) {
  try {
    enqueueMail('reminder', { subscriberId: id }, { jobId: `reminder-${id}` })
    await subscribers.update({ id }, { remindedAt: new Date() })
    reminded += 1
  } catch (error) {
    logger.error({ subscriberId: id, error: String(error) }, 'not reminded: the next run tries again')
  }
}
logger.info({ silent: silent.length, reminded }, 'reminded those who have not answered')
await closeQueues()
await dataSource.destroy()
