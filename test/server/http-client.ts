import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { onTestFinished } from 'vitest'

export interface Connection {
  readonly client: Client
  readonly transport: StreamableHTTPClientTransport
}

/** Connects a client of the official implementation, with `headers` on every request. It is closed when the running test has finished. */
export async function connect(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Connection> {
  const client = new Client({ name: 'test', version: '1.0.0' })
  const transport = new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } })
  onTestFinished(() => client.close())
  await client.connect(transport)
  return { client, transport }
}

export interface ToolAnswer {
  readonly failed: boolean
  readonly words: string
  readonly data: unknown
}

export async function call(client: Client, name: string, request: Record<string, unknown>): Promise<ToolAnswer> {
  const { content, isError, structuredContent } = await client.callTool({ name, arguments: request })
  const words = Array.isArray(content) ? content.map((part: unknown) => (part instanceof Object && 'text' in part ? String(part.text) : '')).join('\n') : ''
  return { failed: isError === true, words, data: structuredContent }
}
