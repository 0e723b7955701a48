import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { isIPv6 } from 'node:net'
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { ReviewError } from '../../review/review-error.ts'
import type { Access } from './access.ts'
import { type Endpoint, type Limits, usualLimits } from './endpoint.ts'
import { isLoopback } from './host-names.ts'
import { findAddress, listen } from './listen.ts'
import { answer, path } from './route.ts'
import { type Resumption, Sessions } from './sessions.ts'
import { newStatelessEndpoint } from './stateless.ts'

export interface HttpSettings extends Pick<Access, 'hosts' | 'origins' | 'token'> {
  /** Name or address of the interface to listen on. */
  readonly host: string
  /** 0: any that is free. */
  readonly port: number
  readonly isStateless: boolean
  readonly limits?: Partial<Limits>
  /** A server for one session or, without sessions, for one request; not yet connected. */
  readonly create: () => McpServer
  /** Called for every session. Without it, what was sent while a client was away is lost. */
  readonly resume?: () => Resumption
}

export interface HttpServer {
  readonly url: string
  /** Sessions that are open. */
  readonly sessions: () => number
  /** Takes no more requests, finishes the answers under way, and ends all sessions. */
  readonly stop: () => Promise<void>
}

const mostConnections = 2000
/** Milliseconds that a connection stays open after an answer. */
const keepAliveTimeout = 10_000

/** Serves the protocol over HTTP. Throws a `ReviewError` where that cannot be done, or would not be safe. */
export async function startHttpServer(settings: HttpSettings): Promise<HttpServer> {
  const { host, port, create, resume, isStateless } = settings
  const address = await findAddress(host)
  const access: Access = { ...settings, hosts: [...settings.hosts, host].map((name) => name.toLowerCase()), isLocal: isLoopback(address) }
  if (!access.isLocal && access.token === null) {
    throw new ReviewError(`\`${host}\` can be reached from other machines: set the environment variable TASKWISE_TOKEN to a secret, which every client then sends as its bearer token; or listen on 127.0.0.1.`)
  }
  const limits = { ...usualLimits, ...settings.limits }
  const { arrival, grace } = limits
  const endpoint = isStateless ? newStatelessEndpoint(create, limits) : new Sessions(create, limits, resume)
  const server = createServer({ keepAliveTimeout, requestTimeout: arrival, headersTimeout: arrival / 3, connectionsCheckingInterval: arrival / 6 })
  server.maxConnections = mostConnections
  server.on('request', (request: IncomingMessage, response: ServerResponse) => void answer(request, response, { server, access, endpoint }))
  const used = await listen(server, address, port)
  return {
    url: `http://${isIPv6(address) ? `[${address}]` : address}:${used}${path}`,
    sessions: () => endpoint.count(),
    stop: () => end(server, endpoint, grace),
  }
}

async function end(server: Server, endpoint: Endpoint, grace: number): Promise<void> {
  const ended = once(server, 'close')
  server.close()
  endpoint.endStreams()
  const timer = setTimeout(() => {
    server.closeAllConnections()
  }, grace)
  await ended
  clearTimeout(timer)
  await endpoint.close()
}
