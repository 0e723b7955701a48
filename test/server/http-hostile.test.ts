import { once } from 'node:events'
import { connect as openSocket } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { expect, test, vi } from 'vitest'
import { createServer } from '../../server/mcp.ts'
import { countHeld } from './garbage.ts'
import { call, connect } from './http-client.ts'
import { open } from './http-open-request.ts'
import { beginSession, initialize, message, send } from './http-request.ts'
import { newServer, newSlowTool, serve } from './http-serving.ts'
import { malformedMessages } from './malformed-messages.ts'

const modes = [
  { mode: 'with sessions', isStateless: false },
  { mode: 'stateless', isStateless: true },
]

/** Makes servers, and remembers them without holding them. */
function remember(create: () => McpServer): { readonly create: () => McpServer; readonly made: WeakRef<McpServer>[] } {
  const made: WeakRef<McpServer>[] = []
  return {
    made,
    create: () => {
      const server = create()
      made.push(new WeakRef(server))
      return server
    },
  }
}

test.each(modes)('1,000 malformed messages leave nothing behind, $mode', async ({ isStateless }) => {
  const { create, made } = remember(() => createServer({ roots: [], version: '1' }))
  const { url, sessions } = await serve({ isStateless, create })
  const headers = isStateless ? {} : { 'Mcp-Session-Id': await beginSession(url) }
  const handles = process.getActiveResourcesInfo().length
  for (const [number, body] of malformedMessages(1000).entries()) {
    // Half of them within a session, half of them without.
    const answer = await send(url, { body, headers: number % 2 === 0 ? headers : {} })
    expect(answer.status, body.slice(0, 200)).toBeLessThan(500)
    expect(answer.body).not.toMatch(/\bat \S+ \(|node_modules/)
  }
  expect(await send(url, { headers, body: message({ id: 1, method: 'tools/list' }) })).toMatchObject({ status: 200 })
  expect(sessions()).toBe(isStateless ? 0 : 1)
  await vi.waitFor(() => {
    expect(process.getActiveResourcesInfo().length).toBeLessThanOrEqual(handles + 1)
  })
  expect(made.length).toBeGreaterThan(300)
  expect(await countHeld(made)).toBeLessThanOrEqual(isStateless ? 1 : 2)
})

test('sessions that ended are forgotten whole', async () => {
  const { create, made } = remember(newServer)
  const { url, sessions } = await serve({ create, limits: { idle: 20 } })
  for (let round = 0; round < 20; round += 1) {
    const headers = { 'Mcp-Session-Id': await beginSession(url) }
    await send(url, { headers, body: message({ id: 1, method: 'tools/call', params: { name: 'echo', arguments: { text: 'x'.repeat(10_000) } } }) })
    if (round % 2 === 0) await send(url, { method: 'DELETE', headers })
  }
  await vi.waitFor(() => {
    expect(sessions()).toBe(0)
  })
  expect(made).toHaveLength(20)
  expect(await countHeld(made)).toBeLessThanOrEqual(1)
})

test('a body that is too large is refused, whether it says its size or not', async () => {
  const { url, sessions } = await serve()
  const body = Buffer.alloc(5 * 1024 * 1024, ' ')
  expect(await send(url, { body })).toMatchObject({ status: 413 })
  expect(await send(url, { body, headers: { 'Transfer-Encoding': 'chunked' } })).toMatchObject({ status: 413 })
  const headers = { 'Mcp-Session-Id': await beginSession(url) }
  expect(await send(url, { body, headers })).toMatchObject({ status: 413 })
  expect(await send(url, { body: message({ id: 1, method: 'ping' }), headers })).toMatchObject({ status: 200 })
  expect(sessions()).toBe(1)
})

test('a body just within the limit is taken', async () => {
  const { url } = await serve({ limits: { body: 10_000 } })
  expect(await send(url, { body: initialize.padEnd(10_000) })).toMatchObject({ status: 200 })
  expect(await send(url, { body: initialize.padEnd(10_001) })).toMatchObject({ status: 413 })
})

test('headers that are too large are refused', async () => {
  const { url } = await serve()
  expect(await send(url, { headers: { 'X-Large': 'x'.repeat(20_000) }, body: initialize })).toMatchObject({ status: 431 })
  expect(await send(url, { body: initialize })).toMatchObject({ status: 200 })
})

test.each(modes)('a client that vanishes while it waits leaves nothing behind, $mode', async ({ isStateless }) => {
  const slow = newSlowTool()
  const { create, made } = remember(slow.create)
  const { url, sessions } = await serve({ create, isStateless, limits: { idle: 20 } })
  const headers = isStateless ? {} : { 'Mcp-Session-Id': await beginSession(url) }
  const waiting = open(url, { headers, body: message({ id: 3, method: 'tools/call', params: { name: 'slow', arguments: {} } }) })
  await Promise.all([waiting.answered, slow.called])
  waiting.request.destroy()
  await vi.waitFor(() => {
    expect(sessions()).toBe(0)
  })
  await vi.waitFor(() => {
    expect(slow.isAborted()).toBe(true)
  })
  slow.answer()
  expect(await countHeld(made)).toBeLessThanOrEqual(1)
  expect(await send(url, { body: initialize })).toMatchObject({ status: 200 })
})

test('clients that vanish while they send, or send no HTTP, do no harm', async () => {
  const { url, sessions } = await serve()
  const { port } = new URL(url)
  const starts = ['POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\nContent-Type: application/json\r\nAccept: application/json, text/event-stream\r\n\r\n{"jsonrpc"', 'GET', '\u0016\u0003\u0001', 'POST /mcp HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n']
  for (const start of starts) {
    const socket = openSocket(Number(port), '127.0.0.1')
    socket.on('error', () => undefined)
    await once(socket, 'connect')
    socket.write(start)
    await sleep(20)
    socket.destroy()
  }
  expect(sessions()).toBe(0)
  const { client } = await connect(url)
  expect(await call(client, 'echo', { text: 'hello' })).toMatchObject({ words: 'hello' })
})

test.each([
  { what: 'headers', start: 'POST /mcp HTTP/1.1\r\nHost: localhost\r\n' },
  { what: 'body', start: 'POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\nContent-Type: application/json\r\nAccept: application/json, text/event-stream\r\n\r\n{' },
])('a client whose $what never ends is not waited for', async ({ start }) => {
  const { url, sessions } = await serve({ limits: { arrival: 150 } })
  const socket = openSocket(Number(new URL(url).port), '127.0.0.1')
  socket.write(start)
  expect(await text(socket)).toMatch(/^(HTTP\/1\.1 408 |$)/)
  expect(sessions()).toBe(0)
  expect(await send(url, { body: initialize })).toMatchObject({ status: 200 })
})
