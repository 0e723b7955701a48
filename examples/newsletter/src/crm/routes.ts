import type { FastifyInstance } from 'fastify'
import { editorsOnly } from '@/api/editors-only'
import { config } from '@/config'
import { importQueue } from '@/queues/queues'

const body = { type: 'object', required: ['listId'], properties: { listId: { type: 'string', minLength: 1 } } } as const

export function importRoutes(app: FastifyInstance): void {
  app.post<{ Body: { listId: string } }>('/imports', { schema: { body }, preHandler: editorsOnly }, async (request, reply) => {
    const { listId } = request.body
    const job = await importQueue.add('pull', { listId, apiKey: config.crm.apiKey })
    return reply.code(202).send({ job: job.id })
  })
}
