import type { FastifyInstance } from 'fastify'
import { editorsOnly } from '@/api/editors-only'
import { confirm } from './confirming'
import { erase, unsubscribe } from './leaving'
import { isSigned } from './links'
import { subscribe } from './subscribing'

interface SignedLink {
  Params: { id: string; signature: string }
}

const body = {
  type: 'object',
  required: ['email', 'name'],
  properties: { email: { type: 'string', format: 'email' }, name: { type: 'string', minLength: 1, maxLength: 200 } },
} as const

const params = { type: 'object', properties: { id: { type: 'string', format: 'uuid' } } } as const

export function subscriberRoutes(app: FastifyInstance): void {
  app.post<{ Body: { email: string; name: string } }>('/subscribers', { schema: { body } }, async (request, reply) => {
    await subscribe(request.body.email.toLowerCase(), request.body.name)
    return reply.code(202).send()
  })

  app.get<SignedLink>('/subscribers/:id/confirm/:signature', { schema: { params } }, async ({ params: { id, signature } }, reply) => {
    if (!isSigned('confirm', id, signature)) return reply.code(404).send()
    await confirm(id)
    return { status: 'active' }
  })

  // Mail programs send a POST for their own button; people follow the link.
  app.route<SignedLink>({
    method: ['GET', 'POST'],
    url: '/subscribers/:id/unsubscribe/:signature',
    schema: { params },
    handler: async ({ params: { id, signature } }, reply) => {
      if (!isSigned('unsubscribe', id, signature)) return reply.code(404).send()
      await unsubscribe(id)
      return { status: 'unsubscribed' }
    },
  })

  app.delete<{ Params: { id: string } }>('/subscribers/:id', { schema: { params }, preHandler: editorsOnly }, async ({ params: { id } }, reply) => {
    return reply.code((await erase(id)) ? 204 : 404).send()
  })
}
