import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inspect, type Inspection, isolation, type Transport } from './inspector.ts'
import { installInto, packInto } from './installation.ts'

const sample = 'from celery import shared_task\n\n\n@shared_task(max_retries=None, autoretry_for=(ConnectionError,))\ndef sync(account_id):\n    fetch(account_id)\n'

/** What each tool is asked, and what its answer holds. */
const tools = new Map([
  ['guide', { ask: { request: 'retry a task that fails' }, answer: { found: true } }],
  ['read_reference', { ask: { id: 'error-handling#cap-retries' }, answer: { id: 'error-handling#cap-retries' } }],
  ['review', { ask: { paths: ['shop'] }, answer: { findings: [{ rule: 'uncapped-retry' }] } }],
  ['explain_rule', { ask: { id: 'uncapped-retry' }, answer: { id: 'uncapped-retry' } }],
  ['map_tasks', { ask: { paths: ['shop'] }, answer: { tasks: [{ name: 'tasks.sync' }] } }],
])

const documents = new Map([
  ['taskwise://references/{reference}', 'taskwise://references/error-handling'],
  ['taskwise://references/{reference}/{section}', 'taskwise://references/error-handling/cap-retries'],
  ['taskwise://rules/{rule}', 'taskwise://rules/uncapped-retry'],
])

interface Listed {
  readonly tools?: readonly { readonly name: string }[]
  readonly resources?: readonly { readonly uri: string }[]
  readonly resourceTemplates?: readonly { readonly uriTemplate: string }[]
  readonly prompts?: readonly { readonly name: string; readonly arguments?: readonly { readonly name: string }[] }[]
}

let folder: string
let isIsolated: boolean

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taskwise-inspector-'))
  const { filename } = await packInto(folder)
  await installInto(folder, [join(folder, filename)])
  await mkdir(join(folder, 'shop'))
  await writeFile(join(folder, 'shop/tasks.py'), sample)
  isIsolated = (await isolation()).length > 0
})

afterAll(() => rm(folder, { recursive: true, force: true }))

async function run(transport: Transport, calls: readonly (readonly string[])[]): Promise<readonly unknown[]> {
  const inspection: Inspection = await inspect(folder, transport, calls)
  expect(inspection.calls.filter(({ code, complaints }) => code !== 0 || complaints !== '')).toEqual([])
  if (isIsolated) expect(inspection.isOnline).toBe(false)
  return inspection.calls.map(({ result }) => result)
}

async function list(transport: Transport): Promise<Required<Listed>> {
  const methods = ['tools/list', 'resources/list', 'resources/templates/list', 'prompts/list']
  const lists = (await run(transport, methods.map((method) => ['--method', method]))) as readonly Listed[]
  return Object.assign({ tools: [], resources: [], resourceTemplates: [], prompts: [] }, ...lists) as Required<Listed>
}

const transports: readonly Transport[] = ['stdio', 'http']

test.each(transports)('the Inspector lists and calls everything over %s', { timeout: 300_000 }, async (transport) => {
  const listed = await list(transport)
  expect(listed.tools.map(({ name }) => name).sort()).toEqual([...tools.keys()].sort())
  expect(listed.resourceTemplates.map(({ uriTemplate }) => uriTemplate).sort()).toEqual([...documents.keys()].sort())
  expect(listed.resources.length).toBeGreaterThan(20)
  expect(listed.prompts.length).toBeGreaterThan(4)

  const called = [...tools].map(([name, { ask }]) => ['--method', 'tools/call', '--tool-name', name, '--tool-args-json', JSON.stringify(ask)])
  const answers = [...tools.values()].map(({ answer }) => ({ structuredContent: answer }))
  expect(await run(transport, called)).toMatchObject(answers)

  const uris = [...documents.values(), ...listed.resources.map(({ uri }) => uri)]
  const pages = uris.map((uri) => ({ contents: [{ uri, mimeType: 'text/markdown', text: expect.stringMatching(/^##? /) as string }] }))
  expect(await run(transport, uris.map((uri) => ['--method', 'resources/read', '--uri', uri]))).toMatchObject(pages)

  const prompts = listed.prompts.map(({ name, arguments: given = [] }) => ['--method', 'prompts/get', '--prompt-name', name, '--prompt-args', ...given.map((argument) => `${argument.name}=orders`)])
  const texts = prompts.map(() => ({ messages: [{ role: 'user', content: { type: 'text', text: expect.stringContaining('orders') as string } }] }))
  expect(await run(transport, prompts)).toMatchObject(texts)
})
