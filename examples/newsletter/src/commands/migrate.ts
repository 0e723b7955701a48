import { dataSource } from '@/database/data-source'
import { logger } from '@/logger'

await dataSource.initialize()
const done = await dataSource.runMigrations()
logger.info({ migrations: done.map(({ name }) => name) }, 'the database is up to date')
await dataSource.destroy()
