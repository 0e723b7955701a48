import type { FastifyInstance } from 'fastify'
import { editorsOnly } from '@/api/editors-only'
import { dataSource } from '@/database/data-source'
import { Webhook, type WebhookEvent } from './webhook.entity'

const body = {
  type: 'object',
  required: ['url', 'event'],
  properties: { url: { type: 'string', format: 'uri', pattern: '^https?://' }, event: { enum: ['issue.sent', 'subscriber.erased'] } },
} as const

export function webhookRoutes(app: FastifyInstance): void {
  app.post<{ Body: { url: string; event: WebhookEvent } }>('/webhooks', { schema: { body }, preHandler: editorsOnly }, async (request, reply) => {
    const { url, event } = request.body
    const { id } = await dataSource.getRepository(Webhook).save({ url, event })
    return reply.code(201).send({ id })
  })
}
