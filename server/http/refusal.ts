import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'

/** Why a request is not looked at, in the protocol's own form. */
export interface Refusal {
  /** Of HTTP. */
  readonly status: number
  readonly message: string
  readonly headers?: OutgoingHttpHeaders
  /** Of JSON-RPC. */
  readonly code?: number
}

export function refuse(response: ServerResponse, { status, message, headers, code = -32_000 }: Refusal): void {
  const body = JSON.stringify({ jsonrpc: '2.0', error: { code, message }, id: null })
  response.writeHead(status, { ...headers, 'Content-Type': 'application/json' }).end(body)
}
