import { homedir } from 'node:os'
import { join } from 'node:path'
import { Linter } from 'eslint'
import { describe, expect, test } from 'vitest'
import plugin from '../../../eslint-plugin/main.ts'
import { foldersFor } from '../../../eslint-plugin/project/project-folders.ts'
import { temporaryFolder } from '../../workshop/temporary-folder.ts'

const views = `from django.db import transaction
from shop.services import confirm


def checkout(order):
    with transaction.atomic():
        confirm(order)
`

const services = `from shop.tasks import send_receipt


def confirm(order):
    send_receipt.delay(order.pk)
`

const tasks = `from celery import shared_task


@shared_task
def send_receipt(order_id):
    return order_id
`

/** Views in one project, services and tasks in another. */
const apart = { 'web/manage.py': '', 'web/views.py': views, 'jobs/pyproject.toml': '', 'jobs/shop/services.py': services, 'jobs/shop/tasks.py': tasks }

/** The rules that report in a file, by the settings, with ESLint working in a folder. */
function lint(folder: string, path: string, text: string, settings: Record<string, unknown> = {}): (string | null)[] {
  const messages = new Linter({ cwd: folder }).verify(text, [...plugin.configs.recommended, { settings }], { filename: join(folder, path) })
  return messages.map(({ ruleId }) => ruleId)
}

const found = ['taskwise/dispatch-before-commit']

test('folders are found for a file outside the one that ESLint works in', async () => {
  const folder = await temporaryFolder(apart)
  const folders = (roots: readonly string[]): readonly string[] => foldersFor(join(folder, 'jobs/shop/services.py'), { roots }, join(folder, 'web'))?.folders ?? []
  expect(folders([])).toEqual([join(folder, 'jobs')])
  expect(folders(['../jobs/shop'])).toEqual([join(folder, 'jobs/shop')])
  expect(folders(['..'])).toEqual([folder])
})

describe('the project of a file', () => {
  test('is its own where nothing joins it with others', async () => {
    expect(lint(await temporaryFolder(apart), 'jobs/shop/services.py', services)).toEqual([])
  })

  test('is the outermost one in the folder that ESLint works in', async () => {
    const folder = await temporaryFolder({ 'package.json': '{}', ...apart })
    expect(lint(folder, 'jobs/shop/services.py', services)).toEqual(found)
    expect(lint(join(folder, 'jobs'), 'shop/services.py', services)).toEqual([])
  })

  test('does not reach beyond its repository', async () => {
    const folder = await temporaryFolder({ 'package.json': '{}', ...apart, 'jobs/.git/HEAD': '' })
    expect(lint(folder, 'jobs/shop/services.py', services)).toEqual([])
  })
})

describe('without any project', () => {
  const files = { 'web/views.py': views, 'jobs/shop/services.py': services, 'jobs/shop/tasks.py': tasks }

  test('the folder that ESLint works in is the project', async () => {
    expect(lint(await temporaryFolder(files), 'jobs/shop/services.py', services)).toEqual(found)
  })

  test.each(['/', homedir()])('the file stands alone where ESLint works in %s', (directory) => {
    expect(foldersFor(join(directory, 'no-such-folder/tasks.py'), { roots: [] }, directory)).toBeNull()
  })
})

describe('settings.taskwise.root', () => {
  test('is a folder, absolute or below the one that ESLint works in', async () => {
    const folder = await temporaryFolder(apart)
    expect(lint(folder, 'jobs/shop/services.py', services, { taskwise: { root: '.' } })).toEqual(found)
    expect(lint(folder, 'jobs/shop/services.py', services, { taskwise: { root: folder } })).toEqual(found)
  })

  test('is a list of folders that are linked with each other', async () => {
    const folder = await temporaryFolder({ ...apart, 'other/pyproject.toml': '', 'other/shop/services.py': services })
    const settings = { taskwise: { root: ['web', 'jobs'] } }
    expect(lint(folder, 'jobs/shop/services.py', services, settings)).toEqual(found)
    expect(lint(folder, 'other/shop/services.py', services, settings)).toEqual([])
  })

  test.each([
    [{ taskwise: { rot: '.' } }, '`settings.taskwise`: there is no key `rot`; did you mean `root`?'],
    [{ taskwise: { exclude: 'old/' } }, '`settings.taskwise`: there is no key `exclude`; there are only: root.'],
    [{ taskwise: { root: 1 } }, '`settings.taskwise.root` must be a folder, or a list of folders.'],
    [{ taskwise: { root: ['jobs', 1] } }, '`settings.taskwise.root` must be a folder, or a list of folders.'],
    [{ taskwise: ['jobs'] }, '`settings.taskwise` must be an object such as `{ root: "backend" }`.'],
    [{ taskwise: { root: ['jobs', 'job'] } }, '`settings.taskwise.root`: `job` cannot be reviewed: it does not exist.'],
  ])('%j is refused in a sentence', async (settings, sentence) => {
    const folder = await temporaryFolder(apart)
    expect(() => lint(folder, 'jobs/shop/services.py', services, settings)).toThrow(sentence)
  })
})
