import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { InMemoryEventStore } from '@modelcontextprotocol/sdk/examples/shared/inMemoryEventStore.js'
import { expect, test, vi } from 'vitest'
import { call, connect } from './http-client.ts'
import { open } from './http-open-request.ts'
import { beginSession, initialize, message, send } from './http-request.ts'
import { newSlowTool, serve } from './http-serving.ts'

const list = message({ id: 2, method: 'tools/list' })

test('a session lasts until it is deleted', async () => {
  const { url, sessions } = await serve()
  const id = await beginSession(url)
  expect(id).toMatch(/^[\w-]{36}$/)
  expect(sessions()).toBe(1)
  const headers = { 'Mcp-Session-Id': id }
  expect(await send(url, { headers, body: list })).toMatchObject({ status: 200, headers: { 'mcp-session-id': id } })
  expect(await send(url, { method: 'DELETE', headers })).toMatchObject({ status: 200 })
  expect(sessions()).toBe(0)
  for (const method of ['POST', 'GET', 'DELETE']) expect(await send(url, { method, headers, body: list })).toMatchObject({ status: 404 })
})

test('a client of the official implementation ends its session', async () => {
  const { url, sessions } = await serve()
  const { client, transport } = await connect(url)
  expect(await call(client, 'echo', { text: 'hello' })).toMatchObject({ words: 'hello' })
  expect(sessions()).toBe(1)
  await transport.terminateSession()
  expect(sessions()).toBe(0)
})

test.each([
  { what: 'an unknown session', request: { headers: { 'Mcp-Session-Id': 'unknown' }, body: list }, status: 404 },
  { what: 'no session', request: { body: list }, status: 400 },
  { what: 'no session to listen to', request: { method: 'GET', headers: { Accept: 'text/event-stream' } }, status: 400 },
  { what: 'no session to delete', request: { method: 'DELETE' }, status: 400 },
  { what: 'another method', request: { method: 'PUT', body: initialize }, status: 405 },
  { what: 'an answer as JSON alone', request: { headers: { Accept: 'application/json' }, body: initialize }, status: 406 },
  { what: 'another type of content', request: { headers: { 'Content-Type': 'text/plain' }, body: initialize }, status: 415 },
  { what: 'an unknown version of the protocol', request: { headers: { 'Mcp-Protocol-Version': '1999-01-01' }, body: list }, status: 400 },
])('$what: $status', async ({ request, status }) => {
  const { url, sessions } = await serve()
  const answer = await send(url, request)
  expect(answer.status).toBe(status)
  expect(JSON.parse(answer.body)).toMatchObject({ jsonrpc: '2.0', id: null, error: {} })
  expect(answer.headers['allow']).toBe(status === 405 ? 'GET, POST, DELETE' : undefined)
  expect(sessions()).toBe(0)
})

test('elsewhere there is nothing', async () => {
  const { url } = await serve()
  const { origin } = new URL(url)
  for (const path of ['/', '/mcp/', '/mcpx', '/../etc/passwd', '//mcp']) expect(await send(origin + path, { body: initialize })).toMatchObject({ status: 404 })
  expect(await send(`${url}?of=no&interest`, { body: initialize })).toMatchObject({ status: 200 })
})

test('a session without requests ends after a while, one with a request or a stream does not', async () => {
  const slow = newSlowTool()
  const { url, sessions } = await serve({ create: slow.create, limits: { idle: 100 } })
  const [idle, listening, working] = [await beginSession(url), await beginSession(url), await beginSession(url)]
  const stream = open(url, { method: 'GET', headers: { 'Mcp-Session-Id': listening } })
  const work = open(url, { headers: { 'Mcp-Session-Id': working }, body: message({ id: 3, method: 'tools/call', params: { name: 'slow', arguments: {} } }) })
  await Promise.all([stream.answered, slow.called])
  await vi.waitFor(() => { expect(sessions()).toBe(2) })
  await sleep(300)
  expect(sessions()).toBe(2)
  expect(await send(url, { headers: { 'Mcp-Session-Id': idle }, body: list })).toMatchObject({ status: 404 })
  slow.answer()
  stream.request.destroy()
  await work.answered.then((response) => response.resume())
  await vi.waitFor(() => { expect(sessions()).toBe(0) })
})

test('where sessions are many, the one unused for longest makes room', async () => {
  const { url, sessions } = await serve({ limits: { sessions: 3 } })
  const first = await beginSession(url)
  const second = await beginSession(url)
  await beginSession(url)
  await send(url, { headers: { 'Mcp-Session-Id': first }, body: list })
  await beginSession(url)
  expect(sessions()).toBe(3)
  expect(await send(url, { headers: { 'Mcp-Session-Id': second }, body: list })).toMatchObject({ status: 404 })
  expect(await send(url, { headers: { 'Mcp-Session-Id': first }, body: list })).toMatchObject({ status: 200 })
})

test('where all sessions are in use, a new one is refused, and a request that is none takes nobody’s place', async () => {
  const { url, sessions } = await serve({ limits: { sessions: 2 } })
  const ids = [await beginSession(url), await beginSession(url)]
  expect(await send(url, { body: list })).toMatchObject({ status: 400 })
  expect(sessions()).toBe(2)
  const streams = ids.map((id) => open(url, { method: 'GET', headers: { 'Mcp-Session-Id': id } }))
  await Promise.all(streams.map(({ answered }) => answered))
  const answer = await send(url, { body: initialize })
  expect(answer).toMatchObject({ status: 503, headers: { 'retry-after': '30' } })
  expect(sessions()).toBe(2)
  streams[0]?.request.destroy()
  await vi.waitFor(async () => { expect(await send(url, { body: initialize })).toMatchObject({ status: 200 }) })
  expect(sessions()).toBe(2)
})

test('sessions know nothing of each other', async () => {
  const slow = newSlowTool()
  const { url } = await serve({ create: slow.create })
  const [one, other] = await Promise.all([connect(url), connect(url)])
  const waiting = call(one.client, 'slow', {})
  await slow.called
  expect(await call(other.client, 'echo', { text: 'hello' })).toMatchObject({ words: 'hello' })
  slow.answer()
  expect(await waiting).toMatchObject({ words: 'done' })
})

test('a request that is cancelled is over', async () => {
  const slow = newSlowTool()
  const { url } = await serve({ create: slow.create })
  const headers = { 'Mcp-Session-Id': await beginSession(url) }
  const work = open(url, { headers, body: message({ id: 3, method: 'tools/call', params: { name: 'slow', arguments: {} } }) })
  const answer = work.answered.then((response) => text(response))
  await slow.called
  await send(url, { headers, body: message({ method: 'notifications/cancelled', params: { requestId: 3 } }) })
  expect(await answer).not.toContain('result')
  expect(slow.isAborted()).toBe(true)
  slow.answer()
  expect(await send(url, { headers, body: list })).toMatchObject({ status: 200 })
})

test('a client takes up a stream where it was cut', async () => {
  const slow = newSlowTool()
  const { url } = await serve({ create: slow.create, resume: () => ({ eventStore: new InMemoryEventStore() }) })
  const headers = { 'Mcp-Session-Id': await beginSession(url), 'Mcp-Protocol-Version': '2025-11-25' }
  const work = open(url, { headers, body: message({ id: 3, method: 'tools/call', params: { name: 'slow', arguments: {} } }) })
  const start = String(await once(await work.answered, 'data'))
  work.request.destroy()
  slow.answer()
  const [, position = ''] = /^id: (.+)$/m.exec(start) ?? []
  const rest = open(url, { method: 'GET', headers: { ...headers, 'Last-Event-ID': position } })
  const answer = String(await once(await rest.answered, 'data'))
  expect(answer).toContain('done')
})

test('without sessions, any request is answered by itself', async () => {
  const { url, sessions } = await serve({ isStateless: true })
  for (const headers of [{}, { 'Mcp-Session-Id': 'of-another-server' }]) {
    const answer = await send(url, { headers, body: message({ id: 7, method: 'tools/call', params: { name: 'echo', arguments: { text: 'hello' } } }) })
    expect(answer.status).toBe(200)
    expect(answer.body).toContain('hello')
    expect(answer.headers).not.toHaveProperty('mcp-session-id')
  }
  expect((await send(url, { body: initialize })).headers).not.toHaveProperty('mcp-session-id')
  for (const method of ['GET', 'DELETE']) expect(await send(url, { method })).toMatchObject({ status: 405, headers: { allow: 'POST' } })
  expect(sessions()).toBe(0)
})
