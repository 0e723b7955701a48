import type { IncomingMessage, ServerResponse } from 'node:http'
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js'
import type { Endpoint, Limits } from './endpoint.ts'
import { refuse } from './refusal.ts'

/** An endpoint that keeps nothing between requests, so that each may go to another process. There are no sessions, and no streams beside answers. */
export function newStatelessEndpoint(create: () => McpServer, limits: Limits): Endpoint {
  return {
    handle: (request, response) => answer(request, response, create, limits),
    endStreams: () => undefined,
    close: () => Promise.resolve(),
    count: () => 0,
  }
}

async function answer(request: IncomingMessage, response: ServerResponse, create: () => McpServer, limits: Limits): Promise<void> {
  if (request.method !== 'POST') {
    refuse(response, { status: 405, message: 'Method not allowed: this server has no sessions.', headers: { Allow: 'POST' } })
    return
  }
  const server = create()
  response.once('close', () => void server.close())
  const transport = new StreamableHTTPServerTransport({ maxRequestBodySize: limits.body })
  await server.connect(transport)
  await transport.handleRequest(request, response)
}
