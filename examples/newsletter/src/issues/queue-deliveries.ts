import { deliveryQueue } from '@/queues/queues'
import type { Delivery } from './delivery.entity'

/** Queues deliveries, each once: Redis ignores those that it still knows. */
export async function queueDeliveries(deliveries: readonly Delivery[]): Promise<void> {
  await deliveryQueue.addBulk(deliveries.map(({ id }) => ({ name: 'deliver', data: { deliveryId: id }, opts: { jobId: `delivery-${id}` } })))
}
