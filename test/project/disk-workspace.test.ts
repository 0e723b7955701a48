import { expect, test } from 'vitest'
import { discoverFiles } from '../../analysis/project/files/discover.ts'
import { openDiskWorkspace } from '../../analysis/project/files/disk-workspace.ts'
import type { Workspace } from '../../analysis/project/files/workspace.ts'
import { temporaryFolder } from '../workshop/temporary-folder.ts'

async function opened(files: Readonly<Record<string, string>>): Promise<Workspace> {
  const root = await temporaryFolder(files)
  return (await openDiskWorkspace(root, discoverFiles(root))).workspace
}

test('each file is read in its own language', async () => {
  const workspace = await opened({ 'shop/tasks.py': 'def send():\n    pass\n', 'web/queue.ts': "import { Queue } from 'bullmq'\nexport const send = (): void => {}\n" })
  expect(workspace.paths.map((path) => [path, workspace.facts(path)?.language, workspace.facts(path)?.functions.map(({ name }) => name)])).toEqual([
    ['shop/tasks.py', 'python', ['<module>', 'send']],
    ['web/queue.ts', 'typescript', ['<module>', 'send']],
  ])
})

test('scripts are left alone where none of them uses a library of queues', async () => {
  const page = { 'shop/tasks.py': 'import celery\n', 'shop/static/cart.js': "$('#cart').delay(100)\n", 'web/cart.ts': 'export const cart = 1\n' }
  expect((await opened(page)).paths).toEqual(['shop/tasks.py'])
  expect((await opened({ ...page, 'web/queue.test.ts': "import { Queue } from 'bullmq'\n" })).paths).toEqual(['shop/tasks.py'])
  expect((await opened({ ...page, 'web/queue.ts': "import PgBoss from 'pg-boss'\n" })).paths).toEqual(['shop/static/cart.js', 'shop/tasks.py', 'web/cart.ts', 'web/queue.ts'])
})

test('a file mentions texts that are no single word, too', async () => {
  const workspace = await opened({ 'queue.ts': "import boss from 'pg-boss'\nimport { send } from './mail-queue.service'\nboss.send()\n" })
  const asked = ['pg-boss', 'pg_boss', 'mail-queue.service', 'queue.mail', '.send', '.boss', "'./mail-queue.service'", 'boss.send', '@shop/mail']
  expect(asked.filter((text) => workspace.mentions('queue.ts', text))).toEqual(['pg-boss', 'mail-queue.service', '.send', "'./mail-queue.service'", 'boss.send'])
})
