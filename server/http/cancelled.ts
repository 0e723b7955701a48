import type { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js'
import { CancelledNotificationSchema } from '@modelcontextprotocol/sdk/types.js'

/** Ends the stream of a request that its client cancels: no answer will come on it any more. To be called once the transport is connected. */
export function endCancelledStreams(transport: StreamableHTTPServerTransport): void {
  const { onmessage } = transport
  transport.onmessage = (message, extra) => {
    onmessage?.(message, extra)
    const { data } = CancelledNotificationSchema.safeParse(message)
    if (data?.params.requestId !== undefined) transport.closeSSEStream(data.params.requestId)
  }
}
