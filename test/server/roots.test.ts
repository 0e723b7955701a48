import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { resolveInside, resolveRoots } from '../../server/roots.ts'

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'taskwise-roots-')))
for (const name of ['shop', 'shop/orders', 'other', 'shopping']) mkdirSync(join(folder, name))
for (const name of ['shop/orders/tasks.py', 'other/tasks.py', 'shopping/tasks.py']) writeFileSync(join(folder, name), '')
symlinkSync(join(folder, 'other'), join(folder, 'shop/way-out'))
symlinkSync(join(folder, 'shop/orders'), join(folder, 'shop/way-round'))
symlinkSync(join(folder, 'shop'), join(folder, 'alias'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const shop = join(folder, 'shop')
const other = join(folder, 'other')
const tasks = join(shop, 'orders/tasks.py')

test('roots are resolved, counted once, and left out where they are not', async () => {
  expect(await resolveRoots([join(folder, 'alias'), shop, join(folder, 'gone')])).toEqual([shop])
})

test.each([tasks, 'orders/tasks.py', './orders/../orders/tasks.py', 'way-round/tasks.py', join(folder, 'alias/orders/tasks.py')])(
  '%s is allowed, and found under its real path',
  async (path) => {
    expect(await resolveInside(path, [shop])).toEqual({ path: tasks, root: shop })
  },
)

test('a root is below itself, and the outermost root counts', async () => {
  expect(await resolveInside('.', [shop])).toEqual({ path: shop, root: shop })
  expect(await resolveInside(tasks, [shop, folder])).toEqual({ path: tasks, root: folder })
  expect(await resolveInside(tasks, ['/'])).toEqual({ path: tasks, root: '/' })
  expect(await resolveInside('tasks.py', [shop, other])).toEqual({ path: join(other, 'tasks.py'), root: other })
})

test.each([other, join(folder, 'shopping/tasks.py'), '../other/tasks.py', '../nowhere.py', '/etc/nowhere.py', 'way-out', 'way-out/tasks.py', 'way-out/gone.py', '/'])(
  '%s is refused, whether it exists or not',
  async (path) => {
    await expect(resolveInside(path, [shop])).rejects.toThrow(`\`${path}\` lies outside the allowed roots; paths must lie below \`${shop}\`.`)
  },
)

test('a path that is not there is told from one that is not allowed', async () => {
  await expect(resolveInside('gone.py', [shop, other])).rejects.toThrow(`There is no file or folder \`gone.py\` below \`${shop}\` or \`${other}\`.`)
  await expect(resolveInside('orders\0/tasks.py', [shop])).rejects.toThrow('There is no file or folder')
  await expect(resolveInside('tasks.py', [])).rejects.toThrow('lies outside the allowed roots')
})
