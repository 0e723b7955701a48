import { join } from 'node:path'
import { ESLint, type Linter } from 'eslint'
import tseslint from 'typescript-eslint'
import { expect, test } from 'vitest'
import plugin from '../../eslint-plugin/main.ts'
import { rules } from '../../rules/registry.ts'
import { temporaryFolder } from '../workshop/temporary-folder.ts'
import { endlessJob, endlessTask, lintFolder } from './linting.ts'

const names = ['recommended', 'strict', 'all'] as const

test('the plugin says who it is', () => {
  expect(plugin.meta).toEqual({ name: 'taskwise', version: expect.stringMatching(/^\d+\.\d+\.\d+/) as string, namespace: 'taskwise' })
  expect(Object.keys(plugin.rules).sort()).toEqual([...rules.map(({ id }) => id), 'unused-suppression'].sort())
})

test.each(names)('every part of %s says for which files it is', (name) => {
  expect(plugin.configs[name].filter(({ files }) => files === undefined)).toEqual([])
  expect(new Set(plugin.configs[name].map((part) => part.name)).size).toBe(plugin.configs[name].length)
})

test.each(names)('%s counts rules as a review does', async (name) => {
  const eslint = new ESLint({ overrideConfigFile: true, overrideConfig: plugin.configs[name] })
  const chosen = rules.filter(({ preset }) => preset === 'recommended' || name !== 'recommended')
  const severities = Object.fromEntries(chosen.map(({ id, preset }) => [`taskwise/${id}`, [preset === 'recommended' ? 2 : 1]]))
  for (const file of ['tasks.py', 'queue.ts', 'view.tsx', 'queue.mts', 'queue.cts', 'queue.js', 'view.jsx', 'queue.mjs', 'queue.cjs']) {
    const config = (await eslint.calculateConfigForFile(file)) as Linter.Config
    expect(config.rules, file).toEqual({ ...severities, 'taskwise/unused-suppression': [1] })
  }
})

test('a configuration can be written down, as the cache of ESLint asks', async () => {
  const eslint = new ESLint({ overrideConfigFile: true, overrideConfig: plugin.configs.all })
  for (const file of ['tasks.py', 'queue.ts', 'queue.js']) {
    const written = JSON.parse(JSON.stringify(await eslint.calculateConfigForFile(file))) as { readonly plugins: readonly string[] }
    expect(written.plugins).toContain(`taskwise:taskwise@${plugin.meta.version}`)
  }
})

test('a preset alone makes a repository of both languages lintable', async () => {
  const folder = await temporaryFolder({
    'package.json': '{}',
    'shop/tasks.py': endlessTask,
    'web/queue.ts': endlessJob,
    'web/queue.mjs': endlessJob.replace(': Queue', ''),
    'web/page.jsx': 'export const page = <p>Good</p>\n',
    'web/page.tsx': 'export const page = (text: string) => <p>{text}</p>\n',
    'web/style.css': 'p { color: red }',
  })
  expect(await lintFolder(folder)).toEqual(['shop/tasks.py uncapped-retry:4', 'web/queue.mjs uncapped-retry:3', 'web/queue.ts uncapped-retry:3'])
})

test('Python that is installed rather than written is passed over', async () => {
  const folder = await temporaryFolder({ 'pyproject.toml': '', 'tasks.py': endlessTask, '.venv/lib/a.py': endlessTask, 'env/lib/site-packages/b.py': endlessTask })
  const results = await new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: plugin.configs.recommended }).lintFiles(['.'])
  expect(results.map(({ filePath }) => filePath)).toEqual([`${folder}/tasks.py`])
})

const noVar: Linter.Config = { files: ['**/*.ts'], rules: { 'no-var': 'error' } }

test('the parser of typescript-eslint stays in charge, whether it is set before the preset, after it or not at all', async () => {
  // It is looked for from the linted file, which is never saved here.
  const cwd = import.meta.dirname
  const text = 'var page: number = 1\n// eslint-disable-next-line no-var\nvar other: number = 2\n'
  const lint = async (...config: Linter.Config[]): Promise<readonly string[]> => {
    const [result] = await new ESLint({ cwd, overrideConfigFile: true, overrideConfig: [...config, noVar] }).lintText(text, { filePath: join(cwd, 'page.ts') })
    return (result?.messages ?? []).map(({ ruleId, line }) => `${String(ruleId)}:${line}`)
  }
  const parser: Linter.Config = { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } }
  expect(await lint(parser, ...plugin.configs.recommended)).toEqual(['no-var:1'])
  expect(await lint(...plugin.configs.recommended, parser)).toEqual(['no-var:1'])
  expect(await lint(...plugin.configs.recommended)).toEqual(['no-var:1'])
})

test('without any parser of TypeScript, other rules see nothing in it, and comments work', async () => {
  const folder = await temporaryFolder({
    'package.json': '{}',
    'page.ts': 'var page: number = 1 // var\n',
    'queue.ts': endlessJob.replace('await', '// eslint-disable-next-line taskwise/uncapped-retry -- it has to arrive\nawait'),
    'idle.ts': '/* eslint-disable taskwise/uncapped-retry */\nexport const text = "// eslint-disable-line no-var"\n',
  })
  expect(await lintFolder(folder, [...plugin.configs.recommended, noVar])).toEqual(['idle.ts none:1'])
})
