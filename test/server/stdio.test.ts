import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { ListRootsRequestSchema } from '@modelcontextprotocol/sdk/types.js'
import { expect, onTestFinished, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { countTokens } from '../../scripts/references/tokens.ts'
import { temporaryFolder } from '../workshop/temporary-folder.ts'
import { calledEarly, calledEarlyLine } from './mistake.ts'

const command = join(import.meta.dirname, '../../dist/cli/main.js')

interface Session {
  /** Folders given by `--root`. */
  readonly roots?: readonly string[]
  readonly directory: string
  /** Folders that the client offers. */
  readonly offered?: readonly string[]
}

async function connect({ roots = [], directory, offered }: Session): Promise<Client> {
  const client = new Client({ name: 'test', version: '1.0.0' }, { capabilities: offered === undefined ? {} : { roots: {} } })
  if (offered !== undefined) {
    client.setRequestHandler(ListRootsRequestSchema, () => ({ roots: offered.map((folder) => ({ uri: pathToFileURL(folder).href })) }))
  }
  const args = [command, 'mcp', ...roots.flatMap((root) => ['--root', root])]
  await client.connect(new StdioClientTransport({ command: process.execPath, args, cwd: directory, stderr: 'pipe' }))
  onTestFinished(() => client.close())
  return client
}

async function call(client: Client, name: string, request: Record<string, unknown>): Promise<{ failed: boolean; words: string; data: unknown }> {
  const { content, isError, structuredContent } = await client.callTool({ name, arguments: request })
  const words = Array.isArray(content) ? content.map((part: unknown) => (part instanceof Object && 'text' in part ? String(part.text) : '')).join('\n') : ''
  return { failed: isError === true, words, data: structuredContent }
}

test('the tools are listed with what they read and give, and say that they only read', async () => {
  const client = await connect({ directory: await temporaryFolder() })
  expect(client.getServerVersion()).toMatchObject({ name: 'taskwise', version: manifest.version })
  expect(client.getInstructions()).toMatch(/Use it before .*never changes files/s)
  const { tools } = await client.listTools()
  expect(tools.map(({ name }) => name)).toEqual(['guide', 'read_reference', 'review', 'explain_rule', 'map_tasks'])
  for (const { annotations, inputSchema, outputSchema } of tools) {
    expect(annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false })
    expect(Object.keys(inputSchema.properties ?? {})).not.toEqual([])
    expect(Object.keys(outputSchema?.properties ?? {})).not.toEqual([])
  }
  // What the definitions cost in an assistant's context.
  expect(countTokens(JSON.stringify(tools))).toBeLessThan(1000)
})

test('code and paths are reviewed', async () => {
  const directory = await temporaryFolder({ 'shop/orders.py': calledEarly, 'shop/broken.py': 'from celery import shared_task\n\n@shared_task\ndef (:\n' })
  const client = await connect({ directory })
  const finding = { rule: 'on-commit-called-early', severity: 'error', line: calledEarlyLine, end_line: calledEarlyLine, fixable: true }

  const snippet = await call(client, 'review', { code: calledEarly })
  expect(snippet.data).toMatchObject({ root: '', findings: [{ ...finding, file: 'snippet.py' }], review_again: true })
  expect(snippet.words).toContain(`snippet.py:${calledEarlyLine}:`)

  const folder = await call(client, 'review', { paths: ['shop'], strict: true })
  expect(folder.data).toMatchObject({ root: join(directory, 'shop'), findings: [{ ...finding, file: 'orders.py' }] })
  expect(folder.data).toHaveProperty('partly_read.0.file', 'broken.py')
  expect(folder.words).toMatch(/orders\.py:11:\d+-11:\d+: error on-commit-called-early/)
})

test('nothing outside the roots is read, by whatever path', async () => {
  const folder = await temporaryFolder({ 'shop/orders.py': 'x = 1\n', 'secret/orders.py': calledEarly, 'offered/orders.py': calledEarly })
  const [shop, secret, offered] = [join(folder, 'shop'), join(folder, 'secret'), join(folder, 'offered')]
  symlinkSync(secret, join(shop, 'link'))
  const client = await connect({ roots: [shop], directory: folder, offered: [offered] })
  for (const path of [secret, join(secret, 'orders.py'), '../secret', 'link', 'link/orders.py', '/', folder]) {
    const { failed, words } = await call(client, 'review', { paths: [path] })
    expect(failed, path).toBe(true)
    expect(words).toContain(`lies outside the allowed roots; paths must lie below \`${shop}\` or \`${offered}\``)
  }
  expect(await call(client, 'review', { paths: [shop] })).toMatchObject({ failed: false, data: { findings: [] } })
  expect(await call(client, 'review', { paths: [offered] })).toMatchObject({ failed: false, data: { findings: [{ file: 'orders.py' }] } })
})

test('rules are explained, and unknown ones named with their neighbours', async () => {
  const client = await connect({ directory: await temporaryFolder() })
  const { data, words } = await call(client, 'explain_rule', { id: 'on-commit-called-early' })
  expect(data).toMatchObject({ id: 'on-commit-called-early', kind: 'correctness', preset: 'recommended', sections: [{ heading: 'What it does' }, {}, {}, {}, {}, {}, {}, {}, {}] })
  expect(words).toMatch(/^# on-commit-called-early\n[\s\S]*Kind: correctness\. Preset: recommended\.$/)
  const unknown = await call(client, 'explain_rule', { id: 'on-commit-called-earlier' })
  expect(unknown.failed).toBe(true)
  expect(unknown.words).toContain('`on-commit-called-early`')
})

test('a wrong request is an error of the tool, not of the server', async () => {
  const client = await connect({ directory: await temporaryFolder() })
  for (const request of [{}, { code: 1 }, { paths: [] }, { paths: ['gone.py'] }, { code: '', paths: ['.'] }]) {
    const { failed, words } = await call(client, 'review', request)
    expect(failed).toBe(true)
    expect(words).not.toMatch(/ at .*:\d+:\d+/)
  }
  expect((await call(client, 'review', { code: 'x = 1\n' })).failed).toBe(false)
})

test('the server ends with its input, after the answers under way', async () => {
  const server = spawn(process.execPath, [command, 'mcp'], { cwd: await temporaryFolder() })
  const messages = [
    { id: 1, method: 'initialize', params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } } },
    { method: 'notifications/initialized' },
    { id: 2, method: 'tools/call', params: { name: 'review', arguments: { code: calledEarly } } },
  ]
  server.stdin.end(messages.map((message) => `${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`).join(''))
  const [output, complaints] = await Promise.all([text(server.stdout), text(server.stderr), once(server, 'exit')])
  expect(server.exitCode).toBe(0)
  expect(complaints).toBe('')
  const answers = output.trimEnd().split('\n').map((line): unknown => JSON.parse(line))
  expect(answers).toMatchObject([{ id: 1 }, { id: 2, result: { structuredContent: { review_again: true } } }])
})
