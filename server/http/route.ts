import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { type Access, refuseEntry, refuseStranger } from './access.ts'
import { shareWithOrigins } from './cross-origin.ts'
import type { Endpoint } from './endpoint.ts'
import { refuse } from './refusal.ts'

/** Where the protocol is spoken. */
export const path = '/mcp'

const methods = ['GET', 'POST', 'DELETE']

export interface Serving {
  readonly server: Server
  readonly access: Access
  readonly endpoint: Endpoint
}

/** Answers a request, or refuses it. Never throws. */
export async function answer(request: IncomingMessage, response: ServerResponse, serving: Serving): Promise<void> {
  const { server, access } = serving
  // A connection that waits for its next request would keep a server from ending.
  response.once('close', () => {
    if (server.listening) return
    setImmediate(() => {
      server.closeIdleConnections()
    })
  })
  try {
    const refusal = refuseEntry(request.headers, access)
    if (refusal !== null) refuse(response, refusal)
    else if (!shareWithOrigins(request, response, access.origins)) await route(request, response, serving)
  } catch {
    if (response.headersSent) response.destroy()
    else refuse(response, { status: 500, message: 'Internal error', code: -32_603 })
  }
}

async function route(request: IncomingMessage, response: ServerResponse, { server, access, endpoint }: Serving): Promise<void> {
  const { url = '', method = '', headers } = request
  const stranger = refuseStranger(headers, access)
  if (stranger !== null) refuse(response, stranger)
  else if (url.split('?', 1)[0] !== path) refuse(response, { status: 404, message: `Not found: the server answers at ${path}.` })
  else if (!methods.includes(method)) refuse(response, { status: 405, message: 'Method not allowed.', headers: { Allow: methods.join(', ') } })
  else if (!server.listening) refuse(response, { status: 503, message: 'The server is ending.', headers: { Connection: 'close' } })
  else await endpoint.handle(request, response)
}
