import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { mapTasks, toMapAnswer } from '../../server/tools/map-tasks.ts'
import { showTaskMap } from '../../server/tools/map-tasks-text.ts'
import { shop } from '../review/task-map/shop.ts'
import { temporaryFolder } from '../workshop/temporary-folder.ts'

describe('the tasks of a project', () => {
  test('are mapped below the roots, as data, words and a drawing', async () => {
    const root = await temporaryFolder(shop)
    const answer = await mapTasks({}, [root])
    expect(answer).toMatchObject({ root, problems: [], mermaid: expect.stringMatching(/^flowchart LR\n/) as string })
    expect(answer.tasks[0]).toEqual({
      name: 'shop.tasks.send_receipt', file: 'shop/tasks.py', line: 6, queue: 'mails', retry: { by: 'itself', limit: 5 }, limits: { time: 30 }, schedules: [],
      dispatched_from: [
        { file: 'shop/tasks.py', line: 14, by: 'shop.tasks.send_all' },
        { file: 'shop/views.py', line: 5, by: 'Checkout.post', queue: 'urgent' },
        { file: 'shop/views.py', line: 7, by: null },
      ],
    })
    expect(showTaskMap(answer)).toBe(`2 tasks in ${root}.

shop.tasks.send_receipt (shop/tasks.py:6)
  queue: mails
  retry: of itself, 5 times at most
  limits: time 30 s
  sent by: shop.tasks.send_all (shop/tasks.py:14)
  sent by: Checkout.post (shop/views.py:5), to urgent
  sent by: the module (shop/views.py:7)

shop.tasks.send_all (shop/tasks.py:11)
  scheduled: nightly: crontab(hour=3) (shop/settings.py:1)`)
  })

  test('are those of the file or folder that is named, sent from anywhere in its project', async () => {
    const root = await temporaryFolder({ ...shop, 'manage.py': '' })
    const { tasks, root: of } = await mapTasks({ paths: ['shop/tasks.py'] }, [root])
    expect({ of, senders: tasks.map(({ dispatched_from: senders }) => senders.length) }).toEqual({ of: root, senders: [3, 0] })
    const folder = await mapTasks({ paths: ['other'] }, [await temporaryFolder({ ...shop, 'manage.py': '', 'other/tasks.py': 'from celery import shared_task\n@shared_task\ndef other():\n    pass\n', 'shop/more.py': 'from other.tasks import other\nother.delay()\n' })])
    expect(folder.tasks).toMatchObject([{ file: 'other/tasks.py', dispatched_from: [{ file: 'shop/more.py' }] }])
    expect((await mapTasks({ paths: ['shop/views.py'] }, [root])).tasks).toEqual([])
  })

  test('are not looked for outside the roots', async () => {
    const folder = await temporaryFolder({ ...shop, 'inside/notes.py': '' })
    const root = join(folder, 'inside')
    symlinkSync(join(folder, 'shop'), join(root, 'shop'))
    expect(await mapTasks({}, [root])).toMatchObject({ tasks: [] })
    await expect(mapTasks({ paths: ['shop'] }, [root])).rejects.toThrow('outside the allowed roots')
    await expect(mapTasks({}, [])).rejects.toThrow('there is none yet')
  })
})

const plain = { name: 'shop.send', file: 'shop.py', line: 1, queue: null, retry: null, limits: {}, schedules: [], senders: [] } as const

test('what is left out is said', () => {
  const mapped = { root: '/shop', tasks: [plain, plain, plain], unknownDispatches: 2, problems: ['`b.py` was not reviewed.'] }
  const answer = toMapAnswer(mapped, 1)
  expect(answer.tasks).toHaveLength(1)
  expect(answer.problems).toEqual([
    '`b.py` was not reviewed.',
    '2 more tasks are left out; map a folder or file of them.',
    '2 dispatches send something that cannot be told from the code.',
  ])
})

test('the words say what is not known', () => {
  const place = { file: 'a.py', line: 1 }
  const task = { ...plain, retry: { by: 'by-hand', limit: null }, limits: { soft_time: null, concurrency: 5, rate: '10/m' }, schedules: [{ ...place, name: null, when: null }] } as const
  const words = showTaskMap(toMapAnswer({ root: '/shop', tasks: [task, { ...plain, name: 'a\u001b[31mb', retry: { by: 'queue', limit: 1 } }], unknownDispatches: 1, problems: [] }))
  expect(words).toContain('  retry: by its own code, how often is not known\n  limits: soft time not known, concurrency 5, rate 10/m\n  scheduled: when is not known (a.py:1)')
  expect(words).toContain("a\uFFFD[31mb (shop.py:1)\n  retry: by the queue's options, 1 time at most\n  sent by: nobody in sight\n\n1 dispatch sends something")
})
