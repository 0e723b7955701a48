import { type DefaultJobOptions, Queue } from 'bullmq'
import { logger } from '@/logger'
import { producerConnection } from './connection'
import type { ContactData, DeliveryData, ImportData, IssueData, MailData, MailTemplate, WebhookData } from './jobs'

const day = 24 * 60 * 60

/** Seconds, and numbers of jobs: Redis keeps what somebody may still ask for, and no more. */
const retention: DefaultJobOptions = { removeOnComplete: { age: day, count: 1_000 }, removeOnFail: { age: 14 * day } }

/** Eight tries within about a quarter of an hour. */
const patient: DefaultJobOptions = { ...retention, attempts: 8, backoff: { type: 'exponential', delay: 5_000, jitter: 0.5 } }

const producer = { connection: producerConnection }

export const mailQueue = new Queue<MailData, void, MailTemplate>('mail', { ...producer, defaultJobOptions: patient })
export const issueQueue = new Queue<IssueData, void, 'fan-out'>('issues', { ...producer, defaultJobOptions: patient })
export const deliveryQueue = new Queue<DeliveryData, void, 'deliver'>('deliveries', { ...producer, defaultJobOptions: patient })
export const contactQueue = new Queue<ContactData, void, 'push'>('contacts', { ...producer, defaultJobOptions: patient })
export const importQueue = new Queue<ImportData, void, 'pull'>('imports', { ...producer, defaultJobOptions: patient })
export const webhookQueue = new Queue<WebhookData, void, 'post'>('webhooks', { ...producer, defaultJobOptions: patient })
export const archiveQueue = new Queue<IssueData, void, 'publish'>('archive', { ...producer, defaultJobOptions: retention })
export const maintenanceQueue = new Queue<Record<string, never>, void, 'sweep'>('maintenance', { ...producer, defaultJobOptions: patient })

const queues = [mailQueue, issueQueue, deliveryQueue, contactQueue, importQueue, webhookQueue, archiveQueue, maintenanceQueue]

for (const queue of queues) {
  queue.on('error', (error) => {
    logger.error({ queue: queue.name, error: error.message }, 'queue lost its connection')
  })
}

/** Resolves when every queue is connected. */
export async function openQueues(): Promise<void> {
  await Promise.all(queues.map((queue) => queue.waitUntilReady()))
}

export async function closeQueues(): Promise<void> {
  await Promise.all(queues.map((queue) => queue.close()))
}
