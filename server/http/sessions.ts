import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { StreamableHTTPServerTransport, type StreamableHTTPServerTransportOptions } from '@modelcontextprotocol/sdk/server/streamableHttp.js'
import { endCancelledStreams } from './cancelled.ts'
import type { Endpoint, Limits } from './endpoint.ts'
import { refuse } from './refusal.ts'

/** What lets a client take up a stream where it was cut: a store for the messages of one session, and the milliseconds to wait before. */
export type Resumption = Pick<StreamableHTTPServerTransportOptions, 'eventStore' | 'retryInterval'>

interface Session {
  readonly server: McpServer
  readonly transport: StreamableHTTPServerTransport
  /** Requests and streams under way. */
  open: number
  /** Runs while nothing is under way. */
  timer: NodeJS.Timeout | undefined
}

/** Conversations, each with a server of its own, that go on over many requests. */
export class Sessions implements Endpoint {
  readonly #create: () => McpServer
  readonly #limits: Limits
  readonly #resume: () => Resumption
  /** By id; those used last come last. */
  readonly #sessions = new Map<string, Session>()

  constructor(create: () => McpServer, limits: Limits, resume: () => Resumption = () => ({})) {
    this.#create = create
    this.#limits = limits
    this.#resume = resume
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const id = request.headers['mcp-session-id']
    if (id === undefined) return this.#handleFirst(request, response)
    const session = this.#sessions.get(String(id))
    if (session === undefined) {
      refuse(response, { status: 404, message: 'Session not found: initialize a new one.', code: -32_001 })
      return
    }
    this.#follow(String(id), session, response)
    await session.transport.handleRequest(request, response)
  }

  endStreams(): void {
    for (const { transport } of this.#sessions.values()) transport.closeStandaloneSSEStream()
  }

  async close(): Promise<void> {
    await Promise.all([...this.#sessions.values()].map(({ server }) => server.close()))
  }

  count(): number {
    return this.#sessions.size
  }

  /** Only the protocol's own code can tell whether the request begins a session; one that does not leaves nothing behind. */
  async #handleFirst(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '' } = request
    if (method === 'GET' || method === 'DELETE') {
      refuse(response, { status: 400, message: 'Bad Request: the Mcp-Session-Id header is required.' })
      return
    }
    if (this.count() >= this.#limits.sessions && this.#longestIdle() === undefined) {
      refuse(response, { status: 503, message: 'Too many sessions are open.', headers: { 'Retry-After': '30' } })
      return
    }
    const server = this.#create()
    const transport = new StreamableHTTPServerTransport({
      ...this.#resume(),
      sessionIdGenerator: randomUUID,
      onsessioninitialized: (id) => {
        this.#begin(id, { server, transport, open: 0, timer: undefined }, response)
      },
      maxRequestBodySize: this.#limits.body,
    })
    try {
      await server.connect(transport)
      endCancelledStreams(transport)
      await transport.handleRequest(request, response)
    } finally {
      if (transport.sessionId === undefined) await server.close()
    }
  }

  #begin(id: string, session: Session, response: ServerResponse): void {
    if (this.count() >= this.#limits.sessions) void this.#longestIdle()?.server.close()
    session.server.server.onclose = () => {
      clearTimeout(session.timer)
      this.#sessions.delete(id)
    }
    this.#follow(id, session, response)
  }

  #follow(id: string, session: Session, response: ServerResponse): void {
    clearTimeout(session.timer)
    session.open += 1
    this.#markUsed(id, session)
    response.once('close', () => {
      session.open -= 1
      if (session.open === 0 && this.#sessions.has(id)) this.#rest(id, session)
    })
  }

  #rest(id: string, session: Session): void {
    this.#markUsed(id, session)
    session.timer = setTimeout(() => void session.server.close(), this.#limits.idle)
    session.timer.unref()
  }

  #markUsed(id: string, session: Session): void {
    this.#sessions.delete(id)
    this.#sessions.set(id, session)
  }

  #longestIdle(): Session | undefined {
    return [...this.#sessions.values()].find(({ open }) => open === 0)
  }
}
