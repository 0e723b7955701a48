import type { IncomingMessage, ServerResponse } from 'node:http'

const requestHeaders = 'Authorization, Content-Type, Accept, Mcp-Session-Id, Mcp-Protocol-Version, Last-Event-ID'

/**
 * Lets pages of the allowed `origins` read the answer, which a browser keeps from all other pages. Returns whether the request was only the
 * question that browsers ask beforehand; it is answered by then.
 */
export function shareWithOrigins({ method, headers }: IncomingMessage, response: ServerResponse, origins: readonly string[]): boolean {
  const { origin } = headers
  if (origin === undefined || !origins.includes(origin)) return false
  response.setHeader('Access-Control-Allow-Origin', origin)
  response.setHeader('Access-Control-Expose-Headers', 'Mcp-Session-Id, WWW-Authenticate')
  response.setHeader('Vary', 'Origin')
  if (method !== 'OPTIONS' || headers['access-control-request-method'] === undefined) return false
  response.writeHead(204, { 'Access-Control-Allow-Methods': 'GET, POST, DELETE', 'Access-Control-Allow-Headers': requestHeaders, 'Access-Control-Max-Age': '600' }).end()
  return true
}
