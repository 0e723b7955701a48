import { dataSource } from '@/database/data-source'
import { enqueueMail } from '@/mail/enqueue-mail'
import { contactQueue } from '@/queues/queues'
import { Subscriber } from './subscriber.entity'

/** Makes a pending subscriber an active one, and tells the CRM. Nothing happens the second time. */
export async function confirm(id: string): Promise<void> {
  const { affected } = await dataSource.getRepository(Subscriber).update({ id, status: 'pending' }, { status: 'active', confirmedAt: new Date() })
  if (affected === 0) return
  await enqueueMail('welcome', { subscriberId: id })
  await contactQueue.add(
    'push',
    { subscriberId: id },
    {
      attempts: Number.MAX_SAFE_INTEGER,
      backoff: { type: 'fixed', delay: 60_000 },
    },
  )
}
