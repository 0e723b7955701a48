import { runUntilSignal } from '../../server/http/serve.ts'
import { startHttpServer } from '../../server/http/start.ts'
import { newEventStore } from './event-store.ts'
import { newFixtureServer } from './fixtures/new-fixture-server.ts'

/** Serves the fixtures of the conformance suite over the transport of `taskwise mcp --http`, on a free port, until it is told to end. */
const server = await startHttpServer({
  host: '127.0.0.1',
  port: 0,
  isStateless: false,
  hosts: [],
  origins: [],
  token: null,
  create: newFixtureServer,
  resume: () => ({ eventStore: newEventStore(), retryInterval: 200 }),
})
process.stdout.write(`listening on ${server.url}\n`)
await runUntilSignal(server)
