import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { onTestFinished } from 'vitest'
import { z } from 'zod'
import { type HttpServer, type HttpSettings, startHttpServer } from '../../server/http/start.ts'

/** A tool that answers when it is told to. */
export interface SlowTool {
  readonly create: () => McpServer
  /** Resolves when the tool has been called. */
  readonly called: Promise<void>
  readonly answer: () => void
  /** The call was given up by the one who made it. */
  readonly isAborted: () => boolean
}

/** Serves over HTTP within this process until the running test has finished. */
export async function serve(settings: Partial<HttpSettings> = {}): Promise<HttpServer> {
  const server = await startHttpServer({ host: '127.0.0.1', port: 0, isStateless: false, hosts: [], origins: [], token: null, create: newServer, ...settings })
  onTestFinished(() => server.stop())
  return server
}

/** A server with the tool `echo`. */
export function newServer(): McpServer {
  const server = new McpServer({ name: 'test', version: '1' })
  server.registerTool('echo', { inputSchema: { text: z.string() } }, ({ text }) => ({ content: [{ type: 'text', text }] }))
  return server
}

/** Servers with the tool `slow` beside `echo`; all wait for the same word. */
export function newSlowTool(): SlowTool {
  let answer = (): void => undefined
  let call = (): void => undefined
  let isAborted = false
  const asked = new Promise<void>((resolve) => (answer = resolve))
  const called = new Promise<void>((resolve) => (call = resolve))
  const create = (): McpServer => {
    const server = newServer()
    server.registerTool('slow', {}, async ({ signal }) => {
      signal.addEventListener('abort', () => {
        isAborted = true
      })
      call()
      await asked
      return { content: [{ type: 'text', text: 'done' }] }
    })
    return server
  }
  const release = (): void => {
    answer()
  }
  return { create, called, answer: release, isAborted: () => isAborted }
}
