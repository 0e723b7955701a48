import { timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { config } from '@/config'

const expected = Buffer.from(`Bearer ${config.editorToken}`)

/** Lets a request pass that carries the editors' token. */
export async function editorsOnly(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const given = Buffer.from(request.headers.authorization ?? '')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) await reply.code(401).send()
}
