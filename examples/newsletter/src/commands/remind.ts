import { dataSource } from '@/database/data-source'
import { logger } from '@/logger'
import { closeQueues, openQueues } from '@/queues/queues'
import { remind } from '@/subscribers/reminding'

await dataSource.initialize()
await openQueues()
logger.info({ count: await remind() }, 'reminded those who have not answered')
await closeQueues()
await dataSource.destroy()
