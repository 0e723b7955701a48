import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { describe, expect, onTestFinished, test } from 'vitest'
import { rules } from '../../rules/registry.ts'
import { countTokens } from '../../scripts/references/tokens.ts'
import { loadLibrary } from '../../server/resources/library.ts'
import { temporaryFolder } from '../workshop/temporary-folder.ts'
import { connect } from './http-client.ts'
import { startServer } from './http-process.ts'

const command = join(import.meta.dirname, '../../dist/cli/main.js')

async function overStdio(): Promise<Client> {
  const client = new Client({ name: 'test', version: '1.0.0' })
  onTestFinished(() => client.close())
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [command, 'mcp'], cwd: await temporaryFolder(), stderr: 'pipe' }))
  return client
}

async function overHttp(...args: readonly string[]): Promise<Client> {
  const { url } = await startServer(await temporaryFolder(), args)
  return (await connect(url)).client
}

const transports = [
  { name: 'stdio', open: overStdio },
  { name: 'HTTP', open: () => overHttp() },
  { name: 'HTTP without sessions', open: () => overHttp('--stateless') },
]

async function read(client: Client, uri: string): Promise<string> {
  const { contents } = await client.readResource({ uri })
  expect(contents).toMatchObject([{ uri, mimeType: 'text/markdown' }])
  return contents.map((content) => ('text' in content ? content.text : '')).join('')
}

async function completions(client: Client, uri: string, argument: { name: string; value: string }, chosen: Record<string, string> = {}): Promise<readonly string[]> {
  const { completion } = await client.complete({ ref: { type: 'ref/resource', uri }, argument, context: { arguments: chosen } })
  return completion.values
}

describe.each(transports)('over $name', ({ open }) => {
  test('every reference and rule is listed with what it is about, and read', async () => {
    const client = await open()
    const { resources } = await client.listResources()
    const { references } = await loadLibrary()
    const expected = [...references.map(({ id }) => `taskwise://references/${id}`), ...rules.map(({ id }) => `taskwise://rules/${id}`)]
    expect(resources.map(({ uri }) => uri)).toEqual(expected)
    for (const { uri, title, description, mimeType } of resources) {
      expect(mimeType).toBe('text/markdown')
      expect(description).toMatch(/^[A-Z].*\.$/)
      expect(await read(client, uri)).toMatch(new RegExp(`^# ${String(title)}\n`))
    }
  })

  test('a reference is its outline; each link in it leads to a section', async () => {
    const client = await open()
    const outline = await read(client, 'taskwise://references/error-handling')
    expect(countTokens(outline)).toBeLessThan(1000)
    const links = [...outline.matchAll(/\]\((taskwise:[^)]+)\)/g)].map(([, uri = '']) => uri)
    expect(links).toContain('taskwise://references/error-handling/cap-retries')
    for (const uri of links) expect(await read(client, uri)).toMatch(/^## [\s\S]*\n\nSources: \S/)
  })

  test('the templates are listed, and each of their variables is completed', async () => {
    const client = await open()
    const { resourceTemplates } = await client.listResourceTemplates()
    const [reference, section, rule] = ['taskwise://references/{reference}', 'taskwise://references/{reference}/{section}', 'taskwise://rules/{rule}']
    expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual([reference, section, rule])
    expect(await completions(client, reference, { name: 'reference', value: 'Error' })).toEqual(['error-handling'])
    expect(await completions(client, section, { name: 'reference', value: 'tasks' })).toEqual(['periodic-tasks'])
    expect(await completions(client, section, { name: 'section', value: 'cap' }, { reference: 'error-handling' })).toEqual(['cap-retries'])
    expect(await completions(client, section, { name: 'section', value: 'cap' }, { reference: 'versions' })).toEqual([])
    expect(await completions(client, section, { name: 'section', value: 'chord' })).toEqual(['chords'])
    expect(await completions(client, rule, { name: 'rule', value: 'on-commit-' })).toEqual(['on-commit-called-early', 'on-commit-late-binding', 'on-commit-result-used'])
    expect(await completions(client, rule, { name: 'rule', value: 'nothing like it' })).toEqual([])
  })

  test.each([
    ['taskwise://references/error-handlin', 'Did you mean `error-handling`?'],
    ['taskwise://references/nonsense', 'The references are `configuration-guide`, '],
    ['taskwise://references/error-handling/cap-retrys', 'Did you mean `error-handling#cap-retries`?'],
    ['taskwise://references/error-handling/retries', '`error-handling#manual-retries`, `error-handling#cap-retries`'],
    ['taskwise://references/error-handling/..%2f..%2fpackage', '`error-handling` has: `error-handling#which-exceptions`, '],
    ['taskwise://rules/object-arguments', 'Did you mean `object-argument`?'],
    ['taskwise://rules/secret', 'Near to it: `secret-argument`.'],
  ])('%s is not there, and the error names what is', async (uri, hint) => {
    const client = await open()
    const error: unknown = await client.readResource({ uri }).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: -32_002, data: { uri } })
    expect(String(error)).toContain(hint)
    expect(await client.ping()).toEqual({})
  })
})

test('a rule leads to the sections that go deeper, and a section to its rules', async () => {
  const client = await overStdio()
  expect(await read(client, 'taskwise://rules/uncapped-retry')).toContain('(taskwise://references/error-handling/cap-retries)')
  expect(await read(client, 'taskwise://references/error-handling/which-exceptions')).toContain('(taskwise://rules/uncapped-retry)')
})

test('no link in a section leads outside of what a client can read', async () => {
  const client = await overStdio()
  const { references } = await loadLibrary()
  for (const { id } of references.flatMap(({ sections }) => sections)) {
    const text = await read(client, `taskwise://references/${id.replace('#', '/')}`)
    const prose = text.replace(/^```[^\n]*\n[\s\S]*?^```$/gm, '').replace(/`[^`\n]*`/g, '')
    for (const [, link = ''] of prose.matchAll(/\]\(([^)\s]+)\)/g)) expect(link, id).toMatch(/^(?:https:\/\/|taskwise:\/\/(?:references\/[a-z-]+|rules\/)[a-z0-9-/]*$)/)
  }
})
