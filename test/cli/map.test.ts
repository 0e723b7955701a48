import { expect, test } from 'vitest'
import { shop } from '../review/task-map/shop.ts'
import { temporaryFolder } from '../workshop/temporary-folder.ts'
import { runTaskwise } from './run-taskwise.ts'

test('taskwise map lists the tasks of this folder', async () => {
  const folder = await temporaryFolder(shop)
  const { code, stdout, stderr } = await runTaskwise(folder, ['map'])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toMatch(/^2 tasks in .*\n\nshop\.tasks\.send_receipt \(shop\/tasks\.py:6\)\n {2}queue: mails\n/)
})

test('taskwise map gives data and a drawing', async () => {
  const folder = await temporaryFolder({ ...shop, 'manage.py': '', 'shop/more.py': 'from celery import current_app\ndef send(name):\n    current_app.send_task(name)\n' })
  const json = await runTaskwise(folder, ['map', 'shop', '--format', 'json'])
  expect(JSON.parse(json.stdout)).toMatchObject({ tasks: [{ name: 'shop.tasks.send_receipt', retry: { by: 'itself', limit: 5 } }, { schedules: [{ name: 'nightly' }] }] })
  const drawing = await runTaskwise(folder, ['map', '--format', 'mermaid'])
  expect(drawing).toMatchObject({ code: 0, stderr: 'taskwise: 1 dispatch sends something that cannot be told from the code.\n' })
  expect(drawing.stdout).toMatch(/^flowchart LR\n/)
})

test('taskwise map says what it cannot do', async () => {
  const folder = await temporaryFolder(shop)
  expect(await runTaskwise(folder, ['map', 'gone'])).toEqual({ code: 2, stdout: '', stderr: 'taskwise: `gone` cannot be reviewed: it does not exist.\n' })
  expect(await runTaskwise(folder, ['map', '--format', 'svg'])).toMatchObject({ code: 2, stdout: '' })
})
