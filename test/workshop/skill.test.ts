import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js'
import { beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { commentOf } from '../../scripts/references/form.ts'
import { loadReferences } from '../../scripts/references/load.ts'
import { type Node, parseMarkdown } from '../../scripts/references/markdown.ts'
import { linksIn } from '../../scripts/references/nodes.ts'
import { countTokens } from '../../scripts/references/tokens.ts'
import { createServer } from '../../server/mcp.ts'

const repository = join(import.meta.dirname, '..', '..')
const folder = join(repository, 'skills/taskwise')
const index = readFileSync(join(folder, 'SKILL.md'), 'utf8')

let ids: readonly string[]

beforeAll(async () => {
  const references = await loadReferences(repository)
  ids = references.flatMap(({ name, sections }) => sections.map((section) => `${name}/${commentOf(section)?.id ?? ''}`))
})

/** The pages of the skill, relative to its folder. */
function pages(): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md')).sort()
}

function linksOf(page: string): readonly string[] {
  return parseMarkdown(readFileSync(join(folder, page), 'utf8')).flatMap((node: Node) => linksIn(node)).map(({ url }) => url)
}

test('the index is small, and its head is what assistants ask for', () => {
  expect(Buffer.byteLength(index)).toBeLessThan(8192)
  const head: unknown = parse(/^---\n([\s\S]*?)\n---\n/.exec(index)?.[1] ?? '')
  expect(head).toEqual({ name: 'taskwise', description: expect.stringMatching(/Use when .*Celery/) as string, license: 'MIT' })
  expect((head as { readonly description: string }).description.length).toBeLessThanOrEqual(1024)
})

test('every link of every page leads to a page of the skill, or to the web', () => {
  const broken = pages().flatMap((page) =>
    linksOf(page)
      .filter((url) => !url.startsWith('https://'))
      .map((url) => join(dirname(page), url))
      .filter((path) => path.startsWith('..') || !existsSync(join(folder, path))),
  )
  expect(broken).toEqual([])
})

test('links to rules lead to rules', () => {
  const rules = pages().flatMap(linksOf).flatMap((url) => /\/(rules\/.*)$/.exec(url)?.[1] ?? [])
  expect(rules.length).toBeGreaterThan(0)
  expect(rules.filter((path) => !existsSync(join(repository, path)))).toEqual([])
})

test('every section is a page of its own, named in the index and linked from the outline of its reference', () => {
  expect(ids.length).toBeGreaterThan(100)
  expect(pages().filter((path) => path.split('/').length === 3)).toEqual(ids.map((id) => `references/${id}.md`).sort())
  for (const reference of new Set(ids.map((id) => dirname(id)))) {
    const own = ids.filter((id) => dirname(id) === reference)
    expect(linksOf(`references/${reference}.md`)).toEqual(own.map((id) => `${id}.md`))
    expect(index).toContain(`In \`${reference}\`: ${own.map((id) => id.slice(reference.length + 1)).join(', ')}.`)
  }
})

test('a page of a section costs hundreds of tokens, and holds nothing that is for search alone', () => {
  const sections = ids.map((id) => readFileSync(join(folder, 'references', `${id}.md`), 'utf8'))
  expect(Math.max(...sections.map(countTokens))).toBeLessThan(600)
  expect(sections.filter((text) => text.includes('<!--') || /\[\^[^\]]+\]/.test(text.replace(/^```[\s\S]*?^```$/gm, '')))).toEqual([])
  expect(sections.filter((text) => !/^# \S/.test(text))).toEqual([])
})

test('every tool of the server is in the index', async () => {
  const client = new Client({ name: 'test', version: '1.0.0' })
  const [near, far] = InMemoryTransport.createLinkedPair()
  await createServer({ roots: [], version: '1.0.0' }).connect(far)
  await client.connect(near)
  const { tools } = await client.listTools()
  await client.close()
  expect(tools.length).toBeGreaterThan(3)
  expect(tools.map(({ name }) => name).filter((name) => !index.includes(`| \`${name}\` |`))).toEqual([])
})
