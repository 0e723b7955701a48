import { dataSource } from '@/database/data-source'
import { contactQueue } from '@/queues/queues'
import { Subscriber } from '@/subscribers/subscriber.entity'
import { Delivery } from './delivery.entity'

/** Notes that a mail came back, and writes to this address no more. Returns false where there is no such delivery. */
export async function recordBounce(deliveryId: string, reason: string): Promise<boolean> {
  const delivery = await dataSource.transaction(async (manager) => {
    const found = await manager.findOneBy(Delivery, { id: deliveryId })
    if (found === null) return null
    await manager.update(Delivery, { id: found.id }, { status: 'bounced', reason })
    await manager.update(Subscriber, { id: found.subscriberId }, { status: 'bounced' })
    return found
  })
  if (delivery === null) return false
  contactQueue.add('push', { subscriberId: delivery.subscriberId })
  return true
}
