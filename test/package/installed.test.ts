import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { type Outcome, runProcess } from '../workshop/run-script.ts'
import { installInto, packInto, type Packed } from './installation.ts'

const repository = join(import.meta.dirname, '..', '..')

const sample = `from celery import shared_task


@shared_task(bind=True, max_retries=None)
def sync(self, account_id):
    try:
        fetch(account_id)
    except ConnectionError as error:
        raise self.retry(exc=error)
`

let folder: string
let packed: Packed

/** Runs the installed command in the folder it was installed to. */
function taskwise(...args: string[]): Promise<Outcome> {
  return runProcess(join(folder, 'node_modules', '.bin', 'taskwise'), args, folder)
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taskwise-installed-'))
  packed = await packInto(folder)
  await installInto(folder, [join(folder, packed.filename)])
  await mkdir(join(folder, 'shop'))
  await writeFile(join(folder, 'shop', 'tasks.py'), sample)
})

afterAll(() => rm(folder, { recursive: true, force: true }))

test('only what the package needs is in it', () => {
  const paths = packed.files.map(({ path }) => path)
  const others = paths.filter((path) => !/^(?:dist|skills\/taskwise)\//.test(path)).sort()
  expect(others).toEqual(['.claude-plugin/marketplace.json', '.claude-plugin/plugin.json', '.mcp.json', 'CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'])
  expect(paths.filter((path) => /(^|\/)(test|scripts|bench|examples)\/|\.test\.|\.map$/.test(path))).toEqual([])
})

test('the page of every rule and the grammar of Python are in it', async () => {
  const paths = packed.files.map(({ path }) => path)
  const folders = (await readdir(join(repository, 'rules'), { withFileTypes: true })).filter((entry) => entry.isDirectory())
  expect(folders).not.toEqual([])
  expect(paths).toEqual(expect.arrayContaining(folders.map(({ name }) => `dist/rules/${name}/rule.md`)))
  expect(paths).toContain('dist/analysis/languages/python/tree-sitter-python.wasm')
})

test('the licences of what is bundled are in it', async () => {
  const notices = await readFile(join(folder, 'node_modules', 'taskwise', 'dist', 'third-party-notices.txt'), 'utf8')
  for (const name of ['@modelcontextprotocol/sdk', 'tree-sitter-python', 'zod'] as const) expect(notices).toContain(`${name} ${manifest.devDependencies[name]} (MIT)`)
  expect(notices).toContain('Permission is hereby granted')
})

test('it takes less than 15 MB unpacked', () => {
  expect(packed.unpackedSize).toBeLessThan(15_000_000)
})

test('nothing that was installed with it has an install script', async () => {
  const text = await readFile(join(folder, 'node_modules', '.package-lock.json'), 'utf8')
  const { packages } = JSON.parse(text) as { readonly packages: Readonly<Record<string, { readonly hasInstallScript?: boolean }>> }
  expect(Object.keys(packages)).toContain('node_modules/taskwise')
  expect(Object.keys(packages).filter((path) => packages[path]?.hasInstallScript === true)).toEqual([])
})

test('the installed command knows its version', async () => {
  expect(await taskwise('--version')).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: '' })
})

test('the installed command reviews a folder', async () => {
  const { code, stdout, stderr } = await taskwise('review', 'shop', '--format', 'json')
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
  const report = JSON.parse(stdout) as { readonly findings: readonly { readonly rule: string; readonly file: string; readonly line: number }[] }
  expect(report.findings.map(({ rule, file, line }) => ({ rule, file, line }))).toEqual([{ rule: 'uncapped-retry', file: 'tasks.py', line: 4 }])
})

test('the installed command answers for a folder that does not exist', async () => {
  const { code, stdout, stderr } = await taskwise('review', 'nowhere')
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain('nowhere')
})

test('the installed command explains a rule', async () => {
  const { code, stdout } = await taskwise('explain', 'uncapped-retry')
  expect(code).toBe(0)
  expect(stdout).toContain('uncapped-retry')
})

test('the installed command serves an assistant', async () => {
  const client = new Client({ name: 'test', version: '1.0.0' })
  await client.connect(new StdioClientTransport({ command: join(folder, 'node_modules', '.bin', 'taskwise'), args: ['mcp'], cwd: folder }))
  const { structuredContent } = await client.callTool({ name: 'review', arguments: { paths: ['shop'] } })
  await client.close()
  expect(structuredContent).toMatchObject({ findings: [{ rule: 'uncapped-retry' }] })
})
