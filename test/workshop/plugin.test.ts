import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import server from '../../.mcp.json' with { type: 'json' }
import marketplace from '../../.claude-plugin/marketplace.json' with { type: 'json' }
import plugin from '../../.claude-plugin/plugin.json' with { type: 'json' }
import manifest from '../../package.json' with { type: 'json' }
import { agentsSnippet } from '../../cli/init/agents-snippet.ts'
import { serverEntry } from '../../cli/init/server-entry.ts'

const repository = join(import.meta.dirname, '..', '..')
const readme = readFileSync(join(repository, 'README.md'), 'utf8')

/** The address in README that begins like this. */
function linkIn(text: string, start: string): URL {
  const [, address = ''] = text.split('](').find((part) => part.startsWith(start))?.match(/^([^)\s]+)\)/) ?? []
  return new URL(address)
}

test('what starts the server is this package, by its name and its command', () => {
  expect(serverEntry).toEqual({ command: 'npx', args: ['-y', manifest.name, 'mcp'] })
  expect(Object.keys(manifest.bin)).toEqual([manifest.name])
})

test('the plugin says what the package says', () => {
  const { name, version, description, license, keywords } = manifest
  expect(plugin).toMatchObject({ name, version, description, license, keywords, author: { name: manifest.author } })
  expect(plugin.repository).toBe('https://github.com/taskwise/taskwise')
  expect(server).toEqual({ mcpServers: { taskwise: serverEntry } })
})

test('the marketplace offers the plugin that lies around it', () => {
  expect(marketplace).toMatchObject({ name: 'taskwise', owner: { name: manifest.author }, plugins: [{ name: plugin.name, source: './' }] })
})

test('what assistants need is packed', () => {
  expect(manifest.files).toEqual(expect.arrayContaining(['.claude-plugin', '.mcp.json', 'skills']))
})

test('the link for Cursor carries the name and the command', () => {
  const { searchParams } = linkIn(readme, 'https://cursor.com/')
  expect(searchParams.get('name')).toBe('taskwise')
  expect(JSON.parse(Buffer.from(searchParams.get('config') ?? '', 'base64').toString())).toEqual(serverEntry)
})

test('the link for VS Code carries the name and the command', () => {
  const target = new URL(linkIn(readme, 'https://insiders.vscode.dev/').searchParams.get('url') ?? '')
  expect(target.href).toMatch(/^vscode:mcp\/install\?/)
  expect(JSON.parse(decodeURIComponent(target.search.slice(1)))).toEqual({ name: 'taskwise', ...serverEntry })
})

test('the JSON and the command line in README start the same server', () => {
  const part = readme.slice(readme.indexOf('<!-- clients:start -->'), readme.indexOf('<!-- clients:end -->'))
  expect(JSON.parse(/```json\n(.*)\n/.exec(part)?.[1] ?? '')).toEqual({ mcpServers: { taskwise: serverEntry } })
  expect(part).toContain(`\`claude mcp add taskwise -- ${[serverEntry.command, ...serverEntry.args].join(' ')}\``)
})

test('the snippet for AGENTS.md is what is shown in the documents', () => {
  expect(readFileSync(join(repository, 'docs/agents-snippet.md'), 'utf8')).toBe(agentsSnippet)
  expect(agentsSnippet).toContain(`\`${[serverEntry.command, ...serverEntry.args.slice(0, -1)].join(' ')} review <paths>\``)
})
