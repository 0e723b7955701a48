import { IsNull, LessThan } from 'typeorm'
import { dataSource } from '@/database/data-source'
import { logger } from '@/logger'
import { enqueueMail } from '@/mail/enqueue-mail'
import { Subscriber } from './subscriber.entity'

const threeDays = 3 * 24 * 60 * 60 * 1_000

/** Writes once to those who have not answered for three days. Returns how many that are. */
export async function remind(): Promise<number> {
  const subscribers = dataSource.getRepository(Subscriber)
  const before = new Date(Date.now() - threeDays)
  const silent = await subscribers.findBy({ status: 'pending', createdAt: LessThan(before), remindedAt: IsNull() })
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
  return reminded
}
