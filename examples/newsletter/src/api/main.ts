import { config } from '@/config'
import { dataSource } from '@/database/data-source'
import { logger } from '@/logger'
import { closeQueues, openQueues } from '@/queues/queues'
import { onStopSignal } from '@/stop-signal'
import { buildServer } from './server'

await dataSource.initialize()
await openQueues()
const app = await buildServer()

onStopSignal(async () => {
  // Requests that are under way still need the queues and the database.
  await app.close()
  await closeQueues()
  await dataSource.destroy()
})

await app.listen({ port: config.port, host: '0.0.0.0' })
logger.info('the interface is open')
