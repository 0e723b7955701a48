import { dataSource } from '@/database/data-source'
import { logger } from '@/logger'
import { enqueueMail } from '@/mail/enqueue-mail'
import { contactQueue } from '@/queues/queues'
import { announceErasure } from '@/webhooks/announce'
import { Subscriber } from './subscriber.entity'

/** Ends a subscription. Nothing happens where there is none. */
export async function unsubscribe(id: string): Promise<void> {
  const { affected } = await dataSource.getRepository(Subscriber).update({ id, status: 'active' }, { status: 'unsubscribed' })
  if (affected === 0) return
  // A courtesy: nobody waits for it, and leaving works without it.
  void enqueueMail('farewell', { subscriberId: id }).catch((error: unknown) => {
    logger.warn({ subscriberId: id, error: String(error) }, 'no farewell')
  })
  await contactQueue.add('push', { subscriberId: id }, { backoff: 60_000 })
}

/** Forgets somebody. Returns false where nobody has this id. */
export async function erase(id: string): Promise<boolean> {
  const subscriber = await dataSource.transaction(async (manager) => {
    const found = await manager.findOneBy(Subscriber, { id })
    if (found !== null) await manager.delete(Subscriber, { id })
    return found
  })
  if (subscriber === null) return false
  await announceErasure(subscriber)
  return true
}
