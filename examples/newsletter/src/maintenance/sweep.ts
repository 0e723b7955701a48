import { LessThan } from 'typeorm'
import { dataSource } from '@/database/data-source'
import { Delivery } from '@/issues/delivery.entity'
import { queueDeliveries } from '@/issues/queue-deliveries'
import { logger } from '@/logger'
import { maintenanceQueue } from '@/queues/queues'

const minute = 60_000

/** Makes Redis queue the sweep four times an hour. As often as it is called, there is one schedule. */
export async function scheduleSweep(): Promise<void> {
  await maintenanceQueue.upsertJobScheduler('sweep', { every: 15 * minute }, { name: 'sweep', data: {} })
}

/** Queues deliveries again that should have gone out long ago, whatever became of their jobs. */
export async function sweep(): Promise<void> {
  const before = new Date(Date.now() - 15 * minute)
  const late = await dataSource.getRepository(Delivery).find({ where: { status: 'pending', createdAt: LessThan(before) }, take: 1_000 })
  if (late.length === 0) return
  logger.warn({ count: late.length }, 'deliveries are late')
  await queueDeliveries(late)
}
