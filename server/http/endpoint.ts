import type { IncomingMessage, ServerResponse } from 'node:http'

/** What answers the protocol's requests once they have come in. */
export interface Endpoint {
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  /** Ends what would never end by itself: streams on which nothing was asked. Answers under way go on. */
  readonly endStreams: () => void
  readonly close: () => Promise<void>
  /** Sessions that are open. */
  readonly count: () => number
}

export interface Limits {
  /** Bytes of a request. */
  readonly body: number
  readonly sessions: number
  /** Milliseconds that a session without a request or stream stays open. */
  readonly idle: number
  /** Milliseconds within which a request must have arrived whole; its headers have a third of them. */
  readonly arrival: number
  /** Milliseconds that answers under way are given when the server ends. */
  readonly grace: number
}

export const usualLimits: Limits = { body: 4 * 1024 * 1024, sessions: 500, idle: 30 * 60_000, arrival: 30_000, grace: 10_000 }
