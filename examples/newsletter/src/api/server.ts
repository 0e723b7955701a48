import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { importRoutes } from '@/crm/routes'
import { dataSource } from '@/database/data-source'
import { issueRoutes } from '@/issues/routes'
import { logger } from '@/logger'
import { mailQueue } from '@/queues/queues'
import { subscriberRoutes } from '@/subscribers/routes'
import { webhookRoutes } from '@/webhooks/routes'

/** The HTTP interface, not listening yet. */
export async function buildServer(): Promise<FastifyInstance> {
  const loggerInstance: FastifyBaseLogger = logger
  const app = Fastify({ loggerInstance })
  app.get('/health', async () => {
    const [, waiting] = await Promise.all([dataSource.query('SELECT 1'), mailQueue.getWaitingCount()])
    return { waiting }
  })
  for (const routes of [subscriberRoutes, issueRoutes, importRoutes, webhookRoutes]) {
    await app.register(async (scope) => {
      routes(scope)
    })
  }
  return app
}
