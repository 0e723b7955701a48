import { request as openRequest } from 'node:http'
import { text } from 'node:stream/consumers'

export interface RawRequest {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}

export interface RawAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body: string
}

/** What a client sends along with every message. */
export const messageHeaders: Readonly<Record<string, string>> = { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream' }

export const initialize: string = message({ id: 1, method: 'initialize', params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'test', version: '1' } } })

/** A message of JSON-RPC as text. */
export function message(fields: object): string {
  return JSON.stringify({ jsonrpc: '2.0', ...fields })
}

/** Sends a request with exactly these headers, a message by default, on a connection of its own. */
export function send(url: string, { method = 'POST', headers = {}, body }: RawRequest = {}): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const request = openRequest(url, { method, headers: { ...(method === 'POST' ? messageHeaders : {}), ...headers }, agent: false }, (response) => {
      text(response).then((content) => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: content })
      }, reject)
    })
    request.on('error', reject)
    request.end(body)
  })
}

/** Begins a session, as a client that does not care for the answer. Returns its id. */
export async function beginSession(url: string, headers: Readonly<Record<string, string>> = {}): Promise<string> {
  const answer = await send(url, { body: initialize, headers })
  const id = String(answer.headers['mcp-session-id'])
  await send(url, { body: message({ method: 'notifications/initialized' }), headers: { ...headers, 'Mcp-Session-Id': id } })
  return id
}
