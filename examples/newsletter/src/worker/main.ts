import { dataSource } from '@/database/data-source'
import { logger } from '@/logger'
import { scheduleSweep } from '@/maintenance/sweep'
import { closeQueues, openQueues } from '@/queues/queues'
import { onStopSignal } from '@/stop-signal'
import { startWorkers } from './workers'

await dataSource.initialize()
await openQueues()
await scheduleSweep()
const workers = startWorkers()

onStopSignal(async () => {
  // Jobs that are under way still need the queues and the database.
  await Promise.all(workers.map((worker) => worker.close()))
  await closeQueues()
  await dataSource.destroy()
})

logger.info({ queues: workers.map(({ name }) => name) }, 'the workers are waiting')
