import type { FastifyInstance } from 'fastify'
import { editorsOnly } from '@/api/editors-only'
import { dataSource } from '@/database/data-source'
import { recordBounce } from './bounces'
import { Delivery } from './delivery.entity'
import { Issue } from './issue.entity'
import { publish } from './publishing'

interface Identified {
  Params: { id: string }
}

const params = { type: 'object', properties: { id: { type: 'string', format: 'uuid' } } } as const

const draft = {
  type: 'object',
  required: ['subject', 'body'],
  properties: { subject: { type: 'string', minLength: 1, maxLength: 200 }, body: { type: 'string', minLength: 1 } },
} as const

const bounce = {
  type: 'object',
  required: ['deliveryId', 'reason'],
  properties: { deliveryId: { type: 'string', format: 'uuid' }, reason: { type: 'string' } },
} as const

export function issueRoutes(app: FastifyInstance): void {
  app.addHook('preHandler', editorsOnly)

  app.post<{ Body: { subject: string; body: string } }>('/issues', { schema: { body: draft } }, async (request, reply) => {
    const { subject, body } = request.body
    const { id } = await dataSource.getRepository(Issue).save({ subject, body })
    return reply.code(201).send({ id })
  })

  app.get<Identified>('/issues/:id', { schema: { params } }, async ({ params: { id } }, reply) => {
    const issue = await dataSource.getRepository(Issue).findOneBy({ id })
    if (issue === null) return reply.code(404).send()
    const sent = await dataSource.getRepository(Delivery).countBy({ issueId: id, status: 'sent' })
    return { ...issue, sent }
  })

  app.post<Identified>('/issues/:id/publish', { schema: { params } }, async ({ params: { id } }, reply) => {
    return reply.code((await publish(id)) ? 202 : 409).send()
  })

  app.post<{ Body: { deliveryId: string; reason: string } }>('/bounces', { schema: { body: bounce } }, async (request, reply) => {
    const { deliveryId, reason } = request.body
    return reply.code((await recordBounce(deliveryId, reason)) ? 204 : 404).send()
  })
}
