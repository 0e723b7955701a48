import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { ListRootsRequestSchema } from '@modelcontextprotocol/sdk/types.js'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../workshop/temporary-folder.ts'
import { call, connect } from './http-client.ts'
import { startServer } from './http-process.ts'
import { calledEarly } from './mistake.ts'

const modes = [
  { mode: 'with sessions', args: [] },
  { mode: 'stateless', args: ['--stateless'] },
]

test.each(modes)('the tools answer over HTTP, $mode', async ({ args }) => {
  const { url, output } = await startServer(await temporaryFolder({ 'shop/orders.py': calledEarly }), args)
  const { client } = await connect(url)
  const { tools } = await client.listTools()
  expect(tools.map(({ name }) => name)).toContain('review')
  const finding = { rule: 'on-commit-called-early', file: 'orders.py' }
  expect(await call(client, 'review', { paths: ['shop'] })).toMatchObject({ failed: false, data: { findings: [finding] } })
  expect(await call(client, 'guide', { request: 'retry a task that fails' })).toMatchObject({ failed: false, data: { found: true } })
  expect(await call(client, 'explain_rule', { id: 'on-commit-called-early' })).toMatchObject({ failed: false, data: { id: 'on-commit-called-early' } })
  expect(await call(client, 'read_reference', { id: 'error-handling' })).toMatchObject({ failed: false, data: { id: 'error-handling' } })
  expect(output()).toBe(`taskwise: listening on ${url}\n`)
})

test.each(modes)('50 clients at once are served, $mode', async ({ args }) => {
  const { url } = await startServer(await temporaryFolder({ 'shop/orders.py': calledEarly }), args)
  const visit = async (number: number): Promise<void> => {
    const { client, transport } = await connect(url)
    expect((await client.listTools()).tools).not.toEqual([])
    expect(await call(client, 'guide', { request: 'retry a task that fails' })).toMatchObject({ data: { found: true } })
    const filename = `client${number}.py`
    expect(await call(client, 'review', { code: calledEarly, filename })).toMatchObject({ data: { findings: [{ file: filename }] } })
    expect(await call(client, 'review', { paths: ['shop'] })).toMatchObject({ data: { findings: [{ file: 'orders.py' }] } })
    await transport.terminateSession()
    await client.close()
  }
  await Promise.all(Array.from({ length: 50 }, (_, number) => visit(number)))
  const { client } = await connect(url)
  expect((await client.listTools()).tools).not.toEqual([])
})

test('nothing outside the roots is read, by whatever path, and no client adds a root', async () => {
  const folder = await temporaryFolder({ 'shop/orders.py': 'x = 1\n', 'secret/orders.py': calledEarly })
  const [shop, secret] = [join(folder, 'shop'), join(folder, 'secret')]
  symlinkSync(secret, join(shop, 'link'))
  const { url } = await startServer(folder, ['--root', shop])
  const client = new Client({ name: 'test', version: '1.0.0' }, { capabilities: { roots: {} } })
  client.setRequestHandler(ListRootsRequestSchema, () => ({ roots: [{ uri: pathToFileURL(secret).href }] }))
  onTestFinished(() => client.close())
  await client.connect(new StreamableHTTPClientTransport(new URL(url)))
  for (const path of [secret, join(secret, 'orders.py'), '../secret', 'link', 'link/orders.py', '..%2fsecret', '/', folder]) {
    const { failed, words } = await call(client, 'review', { paths: [path] })
    expect(failed, path).toBe(true)
    expect(words).not.toContain('on-commit')
  }
  expect((await call(client, 'review', { paths: [secret] })).words).toContain(`lies outside the allowed roots; paths must lie below \`${shop}\`.`)
  expect(await call(client, 'review', { paths: ['.'] })).toMatchObject({ failed: false, data: { findings: [] } })
})
