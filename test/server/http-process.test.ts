import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { runTaskwise } from '../cli/run-taskwise.ts'
import { temporaryFolder } from '../workshop/temporary-folder.ts'
import { call, connect } from './http-client.ts'
import { open } from './http-open-request.ts'
import { startServer } from './http-process.ts'
import { beginSession, initialize, message, send } from './http-request.ts'
import { newSlowTool, serve } from './http-serving.ts'
import { calledEarly } from './mistake.ts'

test.each(['SIGINT', 'SIGTERM'] as const)('%s ends the server, though clients listen', async (signal) => {
  const { child, url } = await startServer(await temporaryFolder())
  await connect(url)
  const ended = once(child, 'exit')
  child.kill(signal)
  expect(await ended).toEqual([0, null])
  await expect(send(url, { body: initialize })).rejects.toThrow()
})

test('an answer under way is still given, a new request is not', async () => {
  const slow = newSlowTool()
  const server = await serve({ create: slow.create })
  const { client } = await connect(server.url)
  const waiting = call(client, 'slow', {})
  await slow.called
  const id = await beginSession(server.url)
  let hasStopped = false
  const stopped = server.stop().then(() => (hasStopped = true))
  await expect(send(server.url, { headers: { 'Mcp-Session-Id': id }, body: message({ id: 2, method: 'ping' }) })).rejects.toThrow()
  await sleep(100)
  expect(hasStopped).toBe(false)
  slow.answer()
  expect(await waiting).toMatchObject({ words: 'done' })
  await stopped
  expect(server.sessions()).toBe(0)
})

test('an answer that never comes is not waited for without end', async () => {
  const slow = newSlowTool()
  const server = await serve({ create: slow.create, limits: { grace: 50 } })
  open(server.url, { headers: { 'Mcp-Session-Id': await beginSession(server.url) }, body: message({ id: 3, method: 'tools/call', params: { name: 'slow', arguments: {} } }) })
  await slow.called
  await server.stop()
  expect(slow.isAborted()).toBe(true)
})

test('a second signal ends the server at once', async () => {
  const { child, url } = await startServer(await temporaryFolder())
  // The rest of this request never comes.
  open(url, { headers: { 'Content-Length': '2000' } })
  await sleep(100)
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await sleep(300)
  expect(child.exitCode).toBe(null)
  child.kill('SIGTERM')
  expect(await ended).toEqual([null, 'SIGTERM'])
})

test('the token comes from the environment, and is not told', async () => {
  const folder = await temporaryFolder({ 'orders.py': calledEarly })
  const { url, output } = await startServer(folder, ['--host', '0.0.0.0', '--allow-host', 'tasks.example'], { TASKWISE_TOKEN: 'a-secret-token' })
  const local = url.replace('0.0.0.0', '127.0.0.1')
  expect(await send(local, { body: initialize })).toMatchObject({ status: 401 })
  const headers = { Authorization: 'Bearer a-secret-token' }
  expect(await send(local, { headers: { ...headers, Host: 'tasks.example' }, body: initialize })).toMatchObject({ status: 200 })
  expect(await send(local, { headers: { ...headers, Host: 'evil.example' }, body: initialize })).toMatchObject({ status: 403 })
  const { client } = await connect(local, headers)
  expect(await call(client, 'review', { paths: ['.'] })).toMatchObject({ data: { findings: [{ file: 'orders.py' }] } })
  expect(output()).toBe(`taskwise: listening on ${url}\n`)
})

test.each([
  { args: ['--http', '--host', '0.0.0.0'], reason: 'TASKWISE_TOKEN' },
  { args: ['--http', '--host', '::'], reason: 'TASKWISE_TOKEN' },
  { args: ['--http', '--host', 'no-such-host.invalid'], reason: '`no-such-host.invalid` (--host) is no address' },
  { args: ['--http', '--port', '65536'], reason: '65535 or less' },
  { args: ['--http', '--port', 'http'], reason: 'whole number' },
  { args: ['--http', '--allow-origin', 'example.org'], reason: '`example.org` (--allow-origin) is no origin' },
  { args: ['--port', '8080'], reason: '`--port` works with --http only' },
  { args: ['--allow-origin', 'https://example.org'], reason: '`--allow-origin` works with --http only' },
  { args: ['--http'], environment: { TASKWISE_TOKEN: 'two words' }, reason: 'TASKWISE_TOKEN holds spaces' },
])('the server does not start with $args: $reason', async ({ args, environment, reason }) => {
  const { code, stdout, stderr } = await runTaskwise(await temporaryFolder(), ['mcp', ...args], { TASKWISE_TOKEN: '', ...environment })
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain(reason)
  expect(stderr).not.toMatch(/unforeseen|at \S+ \(/)
})

test('a port that is in use is told', async () => {
  const { url } = await serve()
  const { port } = new URL(url)
  const { code, stderr } = await runTaskwise(await temporaryFolder(), ['mcp', '--http', '--port', port])
  expect({ code, stderr }).toEqual({ code: 2, stderr: `taskwise: Cannot listen on 127.0.0.1, port ${port}: the port is in use; choose another with --port.\n` })
})

test('an origin is allowed by the address of any of its pages', async () => {
  const { url } = await startServer(await temporaryFolder(), ['--allow-origin', 'https://App.example/page'])
  const answer = await send(url, { headers: { Origin: 'https://app.example' }, body: initialize })
  expect(answer).toMatchObject({ status: 200, headers: { 'access-control-allow-origin': 'https://app.example' } })
})
