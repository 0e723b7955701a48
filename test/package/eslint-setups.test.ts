import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Outcome, runProcess } from '../workshop/run-script.ts'
import { installInto, packInto } from './installation.ts'
import { nodes } from './nodes.ts'
import { lintResults, runEslint, shownResults, writeFiles } from './running-eslint.ts'

const compiler = join(import.meta.dirname, '../../node_modules/typescript/bin/tsc')
const repository = { 'package.json': '{ "private": true }', 'tasks.py': '# noqa: uncapped-retry\n', 'queue.js': '', 'queue.ts': 'export const queue: number = 1\n' }

/** Two that are too old, the oldest that is not, one that still knows the old format, and the newest, which reads configurations in TypeScript. */
const packages = new Map([
  ['8.57.1', ['eslint@8.57.1']],
  ['9.14.0', ['eslint@9.14.0']],
  ['9.15.0', ['eslint@9.15.0']],
  ['9.39.5', ['eslint@9.39.5', '@eslint/js@9.39.5']],
  ['10.15.0', ['eslint@10.15.0', 'jiti@2.6.1']],
])

const programs = await nodes()

let top: string

/** Where one version of ESLint is installed, with the plugin. */
function homeOf(version: string): string {
  return join(top, version)
}

beforeAll(async () => {
  top = await realpath(await mkdtemp(join(tmpdir(), 'taskwise-setups-')))
  const { filename } = await packInto(top)
  await Promise.all(
    [...packages].map(async ([version, wanted]) => {
      await mkdir(homeOf(version))
      // Some of the pairs that are installed are the wrong ones on purpose.
      await installInto(homeOf(version), ['--legacy-peer-deps', ...wanted, join(top, filename)])
    }),
  )
})

afterAll(() => rm(top, { recursive: true, force: true }))

let count = 0

/** A repository with this configuration below an installed ESLint. */
async function repositoryWith(version: string, files: Readonly<Record<string, string>>): Promise<string> {
  const folder = join(homeOf(version), `case-${++count}`)
  await mkdir(folder)
  await writeFiles(folder, { ...repository, ...files })
  return folder
}

/** Lints a repository with this configuration. */
async function lint(version: string, files: Readonly<Record<string, string>>, node: string = process.execPath, args: readonly string[] = []): Promise<Outcome> {
  return runEslint({ home: homeOf(version), node }, [...args, '.'], await repositoryWith(version, files))
}

const unused = /tasks\.py\n {2}1:1 +warning +This comment silences `uncapped-retry`, which has nothing to say here; remove it +taskwise\/unused-suppression/

describe('a configuration that is CommonJS', { timeout: 60_000 }, () => {
  test.each([...programs])('and requires the plugin is told on Node %s what to write', async (_, node) => {
    const text = "const taskwise = require('taskwise/eslint-plugin')\nmodule.exports = [...taskwise.configs.recommended]\n"
    const { code, stderr } = await lint('10.15.0', { 'eslint.config.js': text }, node)
    expect(code).toBe(2)
    expect(stderr).toContain('taskwise/eslint-plugin is an ES module and cannot be loaded with require().')
    expect(stderr).toContain("const { default: taskwise } = await import('taskwise/eslint-plugin')")
  })

  test('and imports the plugin in the way that it is told lints', async () => {
    const text = `module.exports = (async () => {
      const { default: taskwise } = await import('taskwise/eslint-plugin')
      return [...taskwise.configs.recommended]
    })()\n`
    const { stdout, stderr } = await lint('10.15.0', { 'eslint.config.js': text })
    expect(stderr).toBe('')
    expect(stdout).toMatch(unused)
  })
})

describe('a configuration in TypeScript', { timeout: 60_000 }, () => {
  const text = `import { defineConfig } from 'eslint/config'
import taskwise from 'taskwise/eslint-plugin'

export default defineConfig([...taskwise.configs.recommended, { files: ['**/*.py'], plugins: { taskwise }, settings: { taskwise: { root: '.' } } }])
`
  test.each([['commonjs'], ['module']])('in a package of the type %s lints and is typed', async (type) => {
    const files = { 'package.json': JSON.stringify({ type }), 'eslint.config.ts': text }
    expect((await lint('10.15.0', files)).stdout).toMatch(unused)
    const folder = await repositoryWith('10.15.0', files)
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--skipLibCheck', 'eslint.config.ts']
    expect(await runProcess(process.execPath, [compiler, ...options], folder)).toEqual({ code: 0, stdout: '', stderr: '' })
  })
})

describe('an ESLint that is too old', { timeout: 60_000 }, () => {
  test.each([['8.57.1'], ['9.14.0']])('such as %s is told so', async (version) => {
    const { code, stderr } = await lint(version, { 'eslint.config.mjs': "import taskwise from 'taskwise/eslint-plugin'\nexport default [...taskwise.configs.recommended]\n" })
    expect(code).toBe(2)
    expect(stderr).toContain(`taskwise/eslint-plugin needs ESLint 9.15 or newer, with its configuration in eslint.config.js, and this is ESLint ${version}.`)
    expect(stderr).toContain('npm install --save-dev eslint@latest')
  })
})

describe('a configuration in the old format', { timeout: 60_000 }, () => {
  const legacy = { home: '', node: process.execPath }

  test('that requires the plugin is told that it cannot have it', async () => {
    const folder = await repositoryWith('8.57.1', { '.eslintrc.cjs': "module.exports = { root: true, plugins: require('taskwise/eslint-plugin') }\n" })
    const { stderr } = await runEslint({ ...legacy, home: homeOf('8.57.1') }, ['.'], folder)
    expect(stderr).toContain('Configurations in the old format (.eslintrc) cannot have it at all: it needs eslint.config.js and ESLint 9.15 or newer.')
  })

  test('that a program gives the plugin to is told the same', async () => {
    const folder = await repositoryWith('9.39.5', {
      'lint.mjs': `import { createRequire } from 'node:module'
import taskwise from 'taskwise/eslint-plugin'

const { LegacyESLint } = createRequire(import.meta.url)('eslint/use-at-your-own-risk')
const overrideConfig = { plugins: ['taskwise'], rules: { 'taskwise/uncapped-retry': 'error' } }
await new LegacyESLint({ useEslintrc: false, plugins: { taskwise }, overrideConfig }).lintText('')
`,
    })
    const { stderr } = await runProcess(process.execPath, ['lint.mjs'], folder)
    expect(stderr).toContain('The rules of taskwise need a configuration in the flat format (eslint.config.js); this one is in the old format (.eslintrc).')
  })
})

test('ESLint’s own preset for every file is told to leave out Python', { timeout: 60_000 }, async () => {
  const text = "import js from '@eslint/js'\nimport taskwise from 'taskwise/eslint-plugin'\nexport default [js.configs.recommended, ...taskwise.configs.recommended]\n"
  const { code, stderr } = await lint('9.39.5', { 'eslint.config.mjs': text })
  expect(code).toBe(2)
  expect(stderr).toContain('the file is Python. Give the configuration that turns the rule on a list of `files` without Python, such as ["**/*.js"].')
  const scoped = text.replace('[js.configs.recommended,', "[{ files: ['**/*.js'], ...js.configs.recommended },")
  expect((await lint('9.39.5', { 'eslint.config.mjs': scoped })).stdout).toMatch(unused)
})

const preset = "import taskwise from 'taskwise/eslint-plugin'\nexport default [...taskwise.configs.recommended]\n"

describe.each([['9.15.0'], ['9.39.5'], ['10.15.0']])('ESLint %s', { timeout: 60_000 }, (version) => {
  const eslint = (): { readonly home: string; readonly node: string } => ({ home: homeOf(version), node: process.execPath })

  test('is told what a configuration for every file lacks', async () => {
    const everywhere = "import taskwise from 'taskwise/eslint-plugin'\nexport default [{ plugins: { taskwise }, language: 'taskwise/python', rules: { 'taskwise/uncapped-retry': 'error' } }]\n"
    const { stdout } = await lint(version, { 'eslint.config.mjs': everywhere })
    expect(stdout).toContain('queue.js is not Python, but a configuration gives it the language "taskwise/python". Add `files: [\'**/*.py\']` to that configuration')
  })

  test('prints a configuration with the plugin', async () => {
    const folder = await repositoryWith(version, { 'eslint.config.mjs': preset })
    const { stdout } = await runEslint(eslint(), ['--print-config', 'tasks.py'], folder)
    expect(JSON.parse(stdout)).toMatchObject({ language: 'taskwise/python', rules: { 'taskwise/uncapped-retry': [2] } })
  })

  test('keeps in its cache what it found, whatever becomes of other files', async () => {
    const files = {
      'eslint.config.mjs': preset,
      'views.py': 'from django.db import transaction\nfrom services import confirm\n\n\ndef checkout(order):\n    with transaction.atomic():\n        confirm(order)\n',
      'services.py': 'from jobs import send\n\n\ndef confirm(order):\n    send.delay(order.pk)\n',
      'jobs.py': 'from celery import shared_task\n\n\n@shared_task\ndef send(order_id):\n    return order_id\n',
    }
    const folder = await repositoryWith(version, files)
    const find = async (...args: readonly string[]): Promise<string[]> => shownResults(await lintResults(eslint(), [...args, '.'], folder), folder)
    const found = ['services.py dispatch-before-commit 5', 'tasks.py unused-suppression 1']
    expect(await find('--cache')).toEqual(found)
    await writeFiles(folder, { 'views.py': files['views.py'].replace('with transaction.atomic():', 'if order:') })
    expect(await find('--cache')).toEqual(found)
    expect(await find()).toEqual(['tasks.py unused-suppression 1'])
  })
})

test.each([['9.39.5'], ['10.15.0']])('several threads of ESLint %s find what one does', { timeout: 60_000 }, async (version) => {
  const folder = await repositoryWith(version, { 'eslint.config.mjs': preset, 'more/tasks.py': repository['tasks.py'] })
  const results = await lintResults({ home: homeOf(version), node: process.execPath }, ['--concurrency', '2', '.'], folder)
  expect(shownResults(results, folder)).toEqual(['more/tasks.py unused-suppression 1', 'tasks.py unused-suppression 1'])
})
