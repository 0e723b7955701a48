import { type ClientRequest, type IncomingMessage, request as openRequest } from 'node:http'
import { onTestFinished } from 'vitest'
import { messageHeaders, type RawRequest } from './http-request.ts'

export interface OpenRequest {
  readonly request: ClientRequest
  /** Resolves with the head of the answer. */
  readonly answered: Promise<IncomingMessage>
}

/** Sends a request whose answer is not waited for: the caller ends it, or the running test does. */
export function open(url: string, { method = 'POST', headers = {}, body }: RawRequest = {}): OpenRequest {
  const request = openRequest(url, { method, headers: { ...messageHeaders, ...headers }, agent: false })
  onTestFinished(() => {
    request.destroy()
  })
  const answered = new Promise<IncomingMessage>((resolve) => request.once('response', resolve))
  // A connection that this side gives up is no surprise.
  request.on('error', () => undefined)
  request.end(body)
  return { request, answered }
}
