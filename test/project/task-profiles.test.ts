import { describe, expect, test } from 'vitest'
import { profilesOf } from './outline.ts'

const shared = 'from celery import shared_task\n'

/** Of the only task, defined by these lines in `shop/tasks.py`. @param others further files by path. */
function profile(source: string, others: Readonly<Record<string, string>> = {}): string {
  const [own, ...further] = profilesOf({ 'shop/__init__.py': '', 'shop/tasks.py': shared + source, ...others })
  expect(further).toEqual([])
  return own ?? ''
}

function withOptions(options: string, body = 'pass', others: Readonly<Record<string, string>> = {}): string {
  return profile(`@shared_task(${options})\ndef send(self):\n    ${body}\n`, others)
}

test.each<[string, string]>([
  ['', 'shop.tasks.send'],
  ['name="mails.send"', 'mails.send'],
  ['name=settings.NAME', '?'],
  ['queue="mails"', 'shop.tasks.send queue=mails'],
  ['queue=settings.QUEUE', 'shop.tasks.send queue=?'],
  ['time_limit=5 * 60, soft_time_limit=240', 'shop.tasks.send time=300 soft_time=240'],
  ['time_limit=None', 'shop.tasks.send'],
  ['soft_time_limit=settings.LIMIT', 'shop.tasks.send soft_time=?'],
  ['rate_limit="10/m", expires=60', 'shop.tasks.send rate=10/m expires=60'],
  ['acks_late=True', 'shop.tasks.send late'],
  ['autoretry_for=(OSError,)', 'shop.tasks.send retry=itself:3'],
  ['autoretry_for=(OSError,), max_retries=7', 'shop.tasks.send retry=itself:7'],
  ['autoretry_for=(OSError,), max_retries=None', 'shop.tasks.send retry=itself:unlimited'],
  ['autoretry_for=(OSError,), max_retries=settings.TRIES', 'shop.tasks.send retry=itself:?'],
  ['autoretry_for=(OSError,), retry_kwargs={"max_retries": 5}', 'shop.tasks.send retry=itself:5'],
  ['autoretry_for=(OSError,), retry_kwargs={"countdown": 5}, max_retries=2', 'shop.tasks.send retry=itself:2'],
  ['max_retries=5', 'shop.tasks.send'],
  ['**OPTIONS', '? queue=? retry=?'],
])('options of the task: %s', (options, expected) => {
  expect(withOptions(options)).toBe(expected)
})

test.each<[string, string, string]>([
  ['bind=True', 'raise self.retry(countdown=5)', 'shop.tasks.send retry=by-hand:3'],
  ['bind=True, max_retries=8', 'raise self.retry()', 'shop.tasks.send retry=by-hand:8'],
  ['bind=True', 'raise self.retry(max_retries=8)', 'shop.tasks.send retry=by-hand:?'],
])('retried by hand: %s, %s', (options, body, expected) => {
  expect(withOptions(options, body)).toBe(expected)
})

describe('what holds for all tasks', () => {
  test.each<[string, string]>([
    ['CELERY_TASK_TIME_LIMIT = 60 * 60', 'shop.tasks.send time=3600'],
    ['CELERYD_TASK_SOFT_TIME_LIMIT = 30', 'shop.tasks.send soft_time=30'],
    ['CELERY_TASK_ACKS_LATE = True', 'shop.tasks.send late'],
    ['CELERY_TASK_TIME_LIMIT = int(os.environ["LIMIT"])', 'shop.tasks.send'],
    ['if DEBUG:\n    CELERY_TASK_TIME_LIMIT = 5\nelse:\n    CELERY_TASK_TIME_LIMIT = 60', 'shop.tasks.send time=60'],
    ['CELERY_TASK_ANNOTATIONS = {"*": {"time_limit": 3}}\nCELERY_TASK_TIME_LIMIT = 60', 'shop.tasks.send'],
  ])('%s', (settings, expected) => {
    expect(withOptions('', 'pass', { 'shop/settings.py': settings })).toBe(expected)
  })

  test('is said to the app', () => {
    expect(withOptions('', 'pass', { 'shop/celery.py': 'from celery import Celery\napp = Celery("shop")\napp.conf.update(task_time_limit=9)\napp.conf.task_soft_time_limit = 8\n' })).toBe(
      'shop.tasks.send time=9 soft_time=8',
    )
  })

  test('gives way to the task, and to the class it is made from', () => {
    const settings = { 'shop/settings.py': 'CELERY_TASK_TIME_LIMIT = 60\n' }
    expect(withOptions('time_limit=5', 'pass', settings)).toBe('shop.tasks.send time=5')
    const based = 'from celery import Task\nclass Patient(Task):\n    time_limit = 7\n    autoretry_for = (OSError,)\n@shared_task(base=Patient)\ndef send():\n    pass\n'
    expect(profile(based, settings)).toBe('shop.tasks.send retry=itself:3 time=7')
  })
})

describe('routes', () => {
  test.each<[string, string]>([
    ['{"shop.tasks.send": {"queue": "mails"}}', 'queue=mails'],
    ['{"shop.tasks.send": "mails"}', 'queue=mails'],
    ['{"shop.*": {"queue": "shop"}}', 'queue=shop'],
    ['{"shop.*": {"queue": "shop"}, "shop.tasks.send": {"queue": "mails"}}', 'queue=mails'],
    ['[("shop.tasks.*", {"queue": "a"}), ("shop.*", {"queue": "b"})]', 'queue=a'],
    ['{"other.*": {"queue": "other"}}', ''],
    ['{"shop.*": {"queue": settings.QUEUE}}', 'queue=?'],
    ['{**MORE}', 'queue=?'],
    ['("shop.routers.route",)', 'queue=?'],
    ['[route]', 'queue=?'],
    ['None', ''],
  ])('%s', (routes, expected) => {
    expect(withOptions('', 'pass', { 'shop/settings.py': `CELERY_TASK_ROUTES = ${routes}\n` })).toBe(['shop.tasks.send', expected].join(' ').trim())
  })

  test('give way to the queue of the task, and are not asked for a name that is not known', () => {
    const settings = { 'shop/settings.py': 'CELERY_TASK_ROUTES = {"shop.*": {"queue": "shop"}}\n' }
    expect(withOptions('queue="own"', 'pass', settings)).toBe('shop.tasks.send queue=own')
    expect(withOptions('name=settings.NAME', 'pass', settings)).toBe('? queue=?')
  })
})

describe('the name of a task', () => {
  test('is that of its module below the folder that is no package', () => {
    expect(profilesOf({ 'src/shop/__init__.py': '', 'src/shop/tasks/__init__.py': `${shared}@shared_task\ndef send():\n    pass\n` })).toEqual(['shop.tasks.send'])
  })

  test('is that of the class for tasks that are classes', () => {
    expect(profilesOf({ 'shop/__init__.py': '', 'shop/tasks.py': 'from celery import Task\nclass Send(Task):\n    def run(self):\n        pass\n' })).toEqual(['shop.tasks.Send'])
  })

  test("of Django's tasks comes with the queue of the decorator", () => {
    const source = 'from django.tasks import task\n@task(queue_name="mails")\ndef send():\n    pass\n'
    expect(profilesOf({ 'shop/__init__.py': '', 'shop/tasks.py': source })).toEqual(['shop.tasks.send queue=mails'])
  })
})

describe('work of queues', () => {
  const worker = "new Worker('mails', async function send(job) {}, { connection, concurrency: 5, limiter: { max: 10, duration: 1000 } })\n"

  /** @param source of the one module, after the imports. */
  function ofQueue(source: string): readonly string[] {
    return profilesOf({ 'package.json': '{}', 'src/jobs.ts': `import { Queue, Worker } from 'bullmq'\n${source}` })
  }

  test.each<[string, string]>([
    ["const mails = new Queue('mails')\nmails.add('welcome', {}, { attempts: 5 })", 'queue=mails retry=queue:4'],
    ["const mails = new Queue('mails')\nmails.add('welcome', {})", 'queue=mails'],
    ["const mails = new Queue('mails', { defaultJobOptions: { attempts: 3 } })\nmails.add('welcome', {})", 'queue=mails retry=queue:2'],
    ["const mails = new Queue('mails')\nmails.add('a', {}, { attempts: 5 })\nmails.add('b', {})", 'queue=mails retry=?'],
    ["const mails = new Queue('mails')\nmails.add('a', {}, options)", 'queue=mails retry=?'],
    ["export function send(queue: Queue) {\n  queue.add('a', {})\n}", 'queue=mails retry=?'],
  ])('%s', (sends, expected) => {
    expect(ofQueue(`${worker}${sends}\n`)).toEqual([`send ${expected} concurrency=5 rate=10 in 1000 ms`])
  })

  test('has the name of the function, with its class, or none', () => {
    expect(ofQueue("new Worker('mails', async () => {})\nnew Worker(process.env.QUEUE, async () => {})\n")).toEqual(['mails queue=mails retry=?', 'unnamed function queue=? retry=?'])
  })
})
