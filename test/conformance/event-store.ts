import type { EventStore } from '@modelcontextprotocol/sdk/server/streamableHttp.js'

interface Event {
  readonly stream: string
  readonly message: Parameters<EventStore['storeEvent']>[1]
}

/** Keeps what one session was sent; the id of an event is its place. */
export function newEventStore(): EventStore {
  const events: Event[] = []
  const streamOf = (id: string): string | undefined => events[Number(id)]?.stream
  return {
    storeEvent: (stream, message) => Promise.resolve(String(events.push({ stream, message }) - 1)),
    getStreamIdForEventId: (id) => Promise.resolve(streamOf(id)),
    replayEventsAfter: async (last, { send }) => {
      const stream = streamOf(last)
      if (stream === undefined) throw new Error(`No event ${last}.`)
      for (const [place, event] of events.entries()) {
        if (place > Number(last) && event.stream === stream) await send(String(place), event.message)
      }
      return stream
    },
  }
}
