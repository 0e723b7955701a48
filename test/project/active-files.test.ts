import { expect, test } from 'vitest'
import { activePaths } from '../../analysis/project/files/active-files.ts'
import { memoryWorkspace } from '../../analysis/project/files/memory-workspace.ts'

function active(files: Readonly<Record<string, string>>): readonly string[] {
  return activePaths(memoryWorkspace(new Map(Object.entries(files))))
}

const callers = { 'src/mail.ts': "import { mails } from './queues'\nexport const send = () => mails.add('x', {})\n", 'src/reply.ts': 'export const send = (reply) => reply.send()\n', 'src/other.ts': 'export const one = 1\n' }

test('no script matters where no package of queues is used', () => {
  expect(active({ ...callers, 'shop/queues.py': 'import bullmq\n' })).toEqual([])
})

test('beside the files that use the package, those that call its methods matter, whatever the queue is called there', () => {
  expect(active({ ...callers, 'src/queues.ts': "import { Queue } from 'bullmq'\nexport const mails = new Queue('mails')\n" })).toEqual(['src/mail.ts', 'src/queues.ts'])
})

test('methods of a package that is not used do not matter', () => {
  expect(active({ ...callers, 'src/boss.ts': "import { PgBoss } from 'pg-boss'\nexport const boss = new PgBoss('postgres://')\n" })).toEqual(['src/boss.ts', 'src/reply.ts'])
})

test('words of Python say nothing about scripts, nor the other way round', () => {
  expect(active({ 'src/tasks.ts': 'export const later = task.delay(5)\n', 'shop/tasks.py': 'send.delay(5)\n', 'shop/other.py': "seen.add('bullmq')\n" })).toEqual(['shop/tasks.py'])
})
