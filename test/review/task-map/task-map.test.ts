import { expect, test } from 'vitest'
import { mapTasks, type TaskMap } from '../../../review/task-map/task-map.ts'
import { textLines } from '../../../review/text-position.ts'
import { linked } from '../../project/outline.ts'
import { shop } from './shop.ts'

function mapOf(files: Readonly<Record<string, string>>, isReported: (path: string) => boolean = () => true): TaskMap {
  return mapTasks(linked(files), isReported, (file, offset) => textLines(files[file] ?? '').position(offset).line)
}

test('tasks come with who sends them, when, and how they run', () => {
  expect(mapOf(shop).tasks).toEqual([
    {
      name: 'shop.tasks.send_receipt', file: 'shop/tasks.py', line: 6, queue: 'mails', retry: { by: 'itself', limit: 5 }, limits: { time: 30 }, schedules: [],
      senders: [
        { file: 'shop/tasks.py', line: 14, by: 'shop.tasks.send_all', task: 1, queue: null },
        { file: 'shop/views.py', line: 5, by: 'Checkout.post', task: null, queue: 'urgent' },
        { file: 'shop/views.py', line: 7, by: null, task: null, queue: null },
      ],
    },
    {
      name: 'shop.tasks.send_all', file: 'shop/tasks.py', line: 11, queue: null, retry: null, limits: {},
      schedules: [{ file: 'shop/settings.py', line: 1, name: 'nightly', when: 'crontab(hour=3)' }],
      senders: [],
    },
  ])
})

test('only tasks of the files that are asked for are listed, whoever sends them', () => {
  const { tasks } = mapOf({ ...shop, 'shop/more.py': 'from celery import shared_task\n@shared_task\ndef more():\n    pass\n' }, (path) => path === 'shop/more.py')
  expect(tasks.map(({ name }) => name)).toEqual(['shop.more.more'])
})

test('dispatches of nobody knows what are counted', () => {
  const views = 'from celery import Celery\napp = Celery("shop")\ndef send(name):\n    app.send_task(name)\n    app.send_task("elsewhere.task")\n'
  expect(mapOf({ 'shop/views.py': views }).unknownDispatches).toBe(2)
})

test('a schedule of a job is no sender as well', () => {
  const source = "import { Queue, Worker } from 'bullmq'\nconst mails = new Queue('mails')\nnew Worker('mails', async function work() {})\nmails.add('digest', {}, { repeat: { every: 1000 } })\nexport class Shop {\n  buy() {\n    return mails.add('receipt', {})\n  }\n}\n"
  const { tasks } = mapOf({ 'package.json': '{}', 'src/jobs.ts': source })
  expect(tasks).toMatchObject([{ name: 'work', queue: 'mails', schedules: [{ when: 'every 1000 ms', line: 4 }], senders: [{ by: 'Shop.buy', line: 7, queue: null }] }])
})
