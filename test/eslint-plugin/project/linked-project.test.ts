import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../../workshop/temporary-folder.ts'
import { cappedTask, endlessJob, endlessTask, linterIn } from '../linting.ts'

/** A caller that opens a transaction; whether that is a mistake depends on the function it calls. */
const views = `from django.db import transaction
from shop.services import confirm


def checkout(order):
    with transaction.atomic():
        order.save()
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

const calm = services.replace('send_receipt.delay(order.pk)', 'return order.pk')
const shop = { 'manage.py': '', 'shop/views.py': views, 'shop/services.py': services, 'shop/tasks.py': tasks }

/** Long enough for a change on disk to be looked for again. */
const aMoment = 450

describe('a finding that takes several files', () => {
  test('is there from the first run on', async () => {
    const lint = linterIn(await temporaryFolder(shop))
    expect(lint('shop/services.py', services)).toEqual(['dispatch-before-commit:5'])
    expect(lint('shop/views.py', views)).toEqual([])
  })

  test('goes and comes with the text in the editor, without a save', async () => {
    const lint = linterIn(await temporaryFolder(shop))
    expect(lint('shop/services.py', services)).toEqual(['dispatch-before-commit:5'])
    expect(lint('shop/services.py', calm)).toEqual([])
    expect(lint('shop/services.py', `\n${services}`)).toEqual(['dispatch-before-commit:6'])
    expect(lint('shop/services.py', services)).toEqual(['dispatch-before-commit:5'])
  })

  test('is about the other files as they are on disk', async () => {
    const lint = linterIn(await temporaryFolder(shop))
    const untroubled = views.replace('with transaction.atomic():', 'if order:')
    expect(lint('shop/views.py', untroubled)).toEqual([])
    expect(lint('shop/services.py', services)).toEqual(['dispatch-before-commit:5'])
  })

  test('follows a change of another file on disk, whether or not that one was open', async () => {
    const folder = await temporaryFolder(shop)
    const lint = linterIn(folder)
    expect(lint('shop/services.py', services)).toEqual(['dispatch-before-commit:5'])
    await writeFile(join(folder, 'shop/views.py'), views.replace('with transaction.atomic():', 'if order:'))
    await setTimeout(aMoment)
    expect(lint('shop/services.py', services)).toEqual([])
    expect(lint('shop/views.py', views)).toEqual([])
    await writeFile(join(folder, 'shop/views.py'), views)
    await setTimeout(aMoment)
    expect(lint('shop/services.py', services)).toEqual(['dispatch-before-commit:5'])
  })

  test('follows files that come, go and move', async () => {
    const { 'shop/views.py': text, ...others } = shop
    const folder = await temporaryFolder(others)
    const lint = linterIn(folder)
    expect(lint('shop/services.py', services)).toEqual([])
    await mkdir(join(folder, 'api'))
    await writeFile(join(folder, 'api/views.py'), text)
    await setTimeout(aMoment)
    expect(lint('shop/services.py', services)).toEqual(['dispatch-before-commit:5'])
    await rename(join(folder, 'api/views.py'), join(folder, 'api/test_views.py'))
    await setTimeout(aMoment)
    expect(lint('shop/services.py', services)).toEqual([])
    await rename(join(folder, 'api'), join(folder, 'web'))
    await rename(join(folder, 'web/test_views.py'), join(folder, 'web/views.py'))
    await setTimeout(aMoment)
    expect(lint('shop/services.py', services)).toEqual(['dispatch-before-commit:5'])
    await rm(join(folder, 'web'), { recursive: true })
    await setTimeout(aMoment)
    expect(lint('shop/services.py', services)).toEqual([])
  })

  test('counts a file that is not saved yet, for as long as it is linted', async () => {
    const { 'shop/services.py': text, ...others } = shop
    const lint = linterIn(await temporaryFolder(others))
    expect(lint('shop/services.py', text)).toEqual(['dispatch-before-commit:5'])
    expect(lint('shop/views.py', views)).toEqual([])
  })

  test('follows installed versions', async () => {
    const settings = "CELERY_ACKS_LATE = True\nCELERY_BROKER_URL = 'redis://'\n"
    const app = "from celery import Celery\n\napp = Celery('shop')\napp.config_from_object('django.conf:settings', namespace='CELERY')\n"
    const folder = await temporaryFolder({ 'manage.py': '', 'shop/settings.py': settings, 'shop/celery.py': app, 'requirements.txt': 'celery==5.4.0\n' })
    const lint = linterIn(folder)
    expect(lint('shop/settings.py', settings)).toEqual(['ignored-setting:1'])
    await writeFile(join(folder, 'requirements.txt'), 'celery==5.7.0\n')
    await setTimeout(aMoment)
    expect(lint('shop/settings.py', settings)).toEqual([])
  })

  test('follows scripts that begin to use a queue', async () => {
    const idle = 'export const mails = 1\n'
    const lint = linterIn(await temporaryFolder({ 'package.json': '{}', 'src/mails.ts': idle, 'src/tasks.py': endlessTask }))
    expect(lint('src/mails.ts', idle)).toEqual([])
    expect(lint('src/mails.ts', endlessJob)).toEqual(['uncapped-retry:3'])
    expect(lint('src/tasks.py', endlessTask)).toEqual(['uncapped-retry:4'])
    expect(lint('src/mails.ts', idle)).toEqual([])
  })
})

describe('what a review leaves out is left out', () => {
  test('by git, by the configuration, and as other people’s code', async () => {
    const paths = ['generated/tasks.py', 'old/tasks.py', 'vendor/a.py', 'tasks.py']
    const files = Object.fromEntries(paths.map((path) => [path, endlessTask]))
    const lint = linterIn(await temporaryFolder({ '.git/HEAD': '', '.gitignore': 'generated/', 'taskwise.config.json': '{ "exclude": ["old/"] }', ...files }))
    expect(paths.map((path) => lint(path, endlessTask))).toEqual([[], [], [], ['uncapped-retry:4']])
  })

  test('and comes back when the configuration changes', async () => {
    const folder = await temporaryFolder({ 'pyproject.toml': '[tool.taskwise]\nexclude = ["old/"]\n', 'old/tasks.py': endlessTask })
    const lint = linterIn(folder)
    expect(lint('old/tasks.py', endlessTask)).toEqual([])
    await writeFile(join(folder, 'pyproject.toml'), '[tool.taskwise]\nexclude = []\n')
    await setTimeout(aMoment)
    expect(lint('old/tasks.py', endlessTask)).toEqual(['uncapped-retry:4'])
  })

  test('but not a file that was saved a moment ago', async () => {
    const folder = await temporaryFolder({ 'manage.py': '', 'tasks.py': cappedTask })
    const lint = linterIn(folder)
    expect(lint('tasks.py', cappedTask)).toEqual([])
    await writeFile(join(folder, 'new.py'), endlessTask)
    expect(lint('new.py', endlessTask)).toEqual(['uncapped-retry:4'])
  })

  test('texts that are too large', async () => {
    const lint = linterIn(await temporaryFolder({ 'manage.py': '' }))
    expect(lint('tasks.py', endlessTask + '# …\n'.repeat(10))).toEqual(['uncapped-retry:4'])
    expect(lint('tasks.py', endlessTask + '# …\n'.repeat(600_000))).toEqual([])
  })
})

test('a link to a file is the file', async () => {
  const folder = await temporaryFolder({ 'manage.py': '', 'shop/tasks.py': endlessTask })
  await symlink(join(folder, 'shop'), join(folder, 'market'))
  expect(linterIn(folder)('market/tasks.py', endlessTask)).toEqual(['uncapped-retry:4'])
})

test('a broken configuration is an error that names file and key', async () => {
  const folder = await temporaryFolder({ 'taskwise.config.json': '{ "exlude": [] }', 'tasks.py': endlessTask })
  const lint = linterIn(folder)
  expect(() => lint('tasks.py', endlessTask)).toThrow(`${folder}/taskwise.config.json: there is no key \`exlude\`; did you mean \`exclude\`?`)
  await writeFile(join(folder, 'taskwise.config.json'), '{}')
  expect(lint('tasks.py', endlessTask)).toEqual(['uncapped-retry:4'])
})
