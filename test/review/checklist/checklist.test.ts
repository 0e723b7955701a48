import { describe, expect, test } from 'vitest'
import type { ChecklistItem } from '../../../review/checklist/checklist.ts'
import { reviewSources } from '../../../review/review.ts'

/** The answer to one question about these files, as `verdict: reason`. */
function answer(check: string, files: Readonly<Record<string, string>>): string {
  const items = checklist(files).filter((item) => item.check === check)
  return items.map(({ verdict, reason }) => `${verdict}: ${reason}`).join('\n')
}

function checklist(files: Readonly<Record<string, string>>): readonly ChecklistItem[] {
  return reviewSources(new Map(Object.entries(files)), { strict: true }).checklist
}

/** `shop/tasks.py` with one task. @param more after it. */
function task(options: string, body = 'print(order_id)', more = ''): Readonly<Record<string, string>> {
  return { 'shop/tasks.py': `import logging\nfrom celery import shared_task\nlogger = logging.getLogger(__name__)\n@shared_task(${options})\ndef charge(self, order_id):\n    ${body}\n${more}` }
}

test('all five questions are asked where there is a task, none where there is none', () => {
  expect(checklist(task('bind=True')).map(({ check }) => check)).toEqual([
    'idempotent under retries', 'arguments serialisable', 'errors handled', 'monitoring and logging', 'failure scenarios considered',
  ])
  expect(checklist({ 'shop/views.py': 'from celery import current_app\ncurrent_app.send_task("charge")\n' })).toEqual([])
})

describe('idempotent under retries', () => {
  test.each<[string, string, string]>([
    ['bind=True', 'print(order_id)', 'pass: nothing in sight runs 1 task a second time: no retry, no late acknowledgement'],
    ['bind=True, acks_late=True', 'print(order_id)', 'unknown: acks_late on charge (shop/tasks.py:5) and no unique key or lock seen'],
    ['bind=True, autoretry_for=(OSError,)', 'print(order_id)', 'unknown: retries on charge (shop/tasks.py:5) and no unique key or lock seen'],
    ['bind=True', 'raise self.retry()', 'unknown: retries on charge (shop/tasks.py:5) and no unique key or lock seen'],
    ['**OPTIONS', 'print(order_id)', 'unknown: perhaps retries on charge (shop/tasks.py:5) and no unique key or lock seen'],
    ['bind=True, acks_late=True', 'Charge.objects.get_or_create(order=order_id)', 'pass: whatever may run twice is guarded (get_or_create): charge (shop/tasks.py:5)'],
    ['bind=True, acks_late=True', 'Charge.objects.bulk_create([], ignore_conflicts=True)', 'pass: whatever may run twice is guarded (bulk_create(ignore_conflicts)): charge (shop/tasks.py:5)'],
    ['bind=True, acks_late=True', 'cache.add(f"charge-{order_id}", 1)', 'pass: whatever may run twice is guarded (cache.add): charge (shop/tasks.py:5)'],
    ['bind=True, acks_late=True', 'seen.add(order_id)', 'unknown: acks_late on charge (shop/tasks.py:5) and no unique key or lock seen'],
    ['bind=True', 'try:\n        pay()\n    except OSError as exc:\n        self.retry(exc)', 'fail: 1 finding: retry-exception-as-args (shop/tasks.py:9)'],
  ])('%s: %s', (options, body, expected) => {
    expect(answer('idempotent under retries', task(options, body))).toBe(expected)
  })

  test('a class of tasks that are unique is a guard', () => {
    const source = 'from celery import shared_task\nfrom celery_once import QueueOnce\n@shared_task(base=QueueOnce, acks_late=True)\ndef charge():\n    pass\n'
    expect(answer('idempotent under retries', { 'shop/tasks.py': source })).toMatch(/^pass: .*QueueOnce/)
  })

  test('a job of a queue may always be delivered again', () => {
    const source = "import { Queue, Worker } from 'bullmq'\nconst mails = new Queue('mails')\nnew Worker('mails', async function send(job) {})\nawait mails.add('a', {})\n"
    expect(answer('idempotent under retries', { 'package.json': '{}', 'src/jobs.ts': source })).toBe('unknown: a second delivery after a lost worker on send (src/jobs.ts:3) and no unique key or lock seen')
  })
})

describe('arguments serialisable', () => {
  const model = 'from django.db import models\nclass Order(models.Model):\n    pass\n'
  test.each<[string, string]>([
    ['', 'unknown: nothing is sent from here'],
    ['charge.delay()', 'unknown: no argument is in sight of 1 dispatch'],
    ['charge.delay(5, "x")', 'pass: 2 arguments in sight: identifiers and plain values'],
    ['def send(order_id: int, note: str | None):\n    charge.delay(order_id, str(note), f"{note}", order_id > 3)', 'pass: 4 arguments in sight: identifiers and plain values'],
    ['def send(order: Order):\n    charge.delay(order.pk)', 'pass: 1 argument in sight: identifiers and plain values'],
    ['def send(order_id, n: int):\n    charge.delay(order_id, n)', 'unknown: the type of 1 of 2 arguments cannot be told: `order_id` (shop/tasks.py:11)'],
    ['def send(order: Order):\n    charge.delay(order)', 'fail: 1 finding: object-argument (shop/tasks.py:11)'],
  ])('%s', (sends, expected) => {
    expect(answer('arguments serialisable', task('bind=True', 'print(order_id)', `${model}${sends}\n`))).toBe(expected)
  })

  test('in TypeScript', () => {
    const source = "import { Queue, Worker } from 'bullmq'\nconst mails = new Queue('mails')\nnew Worker('mails', async function send(job) {})\nexport async function queue(id: number, to: string | undefined) {\n  await mails.add('a', { id, to, at: Date.now() })\n}\n"
    expect(answer('arguments serialisable', { 'package.json': '{}', 'src/jobs.ts': source })).toBe('pass: 3 arguments in sight: identifiers and plain values')
  })
})

describe('errors handled', () => {
  const handler = 'try:\n        pay()\n    except OSError:\n        cancel(order_id)'
  test.each<[string, string, string]>([
    ['bind=True', 'print(order_id)', 'unknown: 1 task with no retry and no caught error in sight: charge (shop/tasks.py:5)'],
    ['bind=True', handler, 'pass: 1 task: it retries or catches errors'],
    ['bind=True, autoretry_for=(OSError,)', 'print(order_id)', 'pass: 1 task: it retries or catches errors'],
    ['bind=True, retry_backoff=True', 'print(order_id)', 'fail: 1 finding: retry-options-without-effect (shop/tasks.py:4)'],
  ])('%s', (options, body, expected) => {
    expect(answer('errors handled', task(options, body))).toBe(expected)
  })

  test('a class that is told of failures handles them', () => {
    const source = 'from celery import Task, shared_task\nclass Told(Task):\n    def on_failure(self, *args):\n        pass\n@shared_task(base=Told)\ndef charge():\n    pass\n'
    expect(answer('errors handled', { 'shop/tasks.py': source })).toMatch(/^pass/)
  })
})

describe('monitoring and logging', () => {
  const sentry = { 'shop/settings.py': 'import sentry_sdk\nsentry_sdk.init()\n' }
  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['print(order_id)', {}, 'unknown: nothing is seen that reports a failure; no log in the body of 1 task: charge (shop/tasks.py:5)'],
    ['logger.info("charged")', {}, 'unknown: nothing is seen that reports a failure; 1 task logs'],
    ['logger.info("charged")', sentry, 'pass: sentry_sdk is seen (shop/settings.py); 1 task logs'],
    ['print(order_id)', sentry, 'unknown: sentry_sdk is seen (shop/settings.py); no log in the body of 1 task: charge (shop/tasks.py:5)'],
    ['logger.info("charged")', { 'shop/signals.py': 'from celery.signals import task_failure\n' }, 'pass: the signal task_failure is seen (shop/signals.py); 1 task logs'],
    ['math.log(order_id)', sentry, 'unknown: sentry_sdk is seen (shop/settings.py); no log in the body of 1 task: charge (shop/tasks.py:5)'],
  ])('%s', (body, others, expected) => {
    expect(answer('monitoring and logging', { ...task('bind=True', body), ...others })).toBe(expected)
  })

  test('what monitors would show must not be secret', () => {
    const sends = 'def send(password):\n    charge.delay(password)\n'
    expect(answer('monitoring and logging', task('bind=True', 'print(order_id)', sends))).toBe('fail: logs and monitors would show secrets, 1 finding: secret-argument (shop/tasks.py:8)')
  })

  test('workers of queues have an event for failures', () => {
    const source = "import { Worker } from 'bullmq'\nconst worker = new Worker('mails', async function send(job) {\n  console.log(job.id)\n})\nworker.on('failed', report)\n"
    expect(answer('monitoring and logging', { 'package.json': '{}', 'src/jobs.ts': source })).toBe('pass: the event failed is seen (src/jobs.ts); 1 task logs')
  })
})

describe('failure scenarios considered', () => {
  test.each<[string, string, string]>([
    ['bind=True, time_limit=60', '', 'pass: retries and run time of 1 task are limited'],
    ['bind=True, autoretry_for=(OSError,), soft_time_limit=60', '', 'pass: retries and run time of 1 task are limited'],
    ['bind=True', '', 'unknown: no time limit seen on 1 task: charge (shop/tasks.py:5)'],
    ['bind=True, autoretry_for=(OSError,), max_retries=settings.TRIES', '', 'unknown: how often 1 task may be tried again cannot be told: charge (shop/tasks.py:5)'],
    ['bind=True, autoretry_for=(OSError,), max_retries=None', '', 'fail: 1 task retries without a limit: charge (shop/tasks.py:5)'],
    ['bind=True, autoretry_for=(OSError,), max_retries=None', 'if self.request.retries > 5:\n        return', 'unknown: 1 task retries without a limit of its own: charge (shop/tasks.py:5)'],
  ])('%s', (options, body, expected) => {
    expect(answer('failure scenarios considered', task(options, body === '' ? undefined : body))).toBe(expected)
  })

  test('several tasks are counted, and the first of them named', () => {
    const tasks = Array.from({ length: 5 }, (_, index) => `@shared_task(${index < 4 ? 'autoretry_for=(OSError,), max_retries=None' : ''})\ndef t${String(index)}():\n    pass\n`).join('')
    expect(answer('failure scenarios considered', { 'a.py': `from celery import shared_task\n${tasks}` })).toBe('fail: 4 of 5 tasks retry without a limit: t0 (a.py:3), t1 (a.py:6), t2 (a.py:9) and 1 more')
  })

  test('what a rollback leaves behind is found', () => {
    const source = 'from celery import shared_task\nfrom django.db import transaction\n@shared_task(time_limit=5)\ndef charge(n):\n    pass\ndef buy():\n    with transaction.atomic():\n        save()\n        charge.delay(1)\n'
    expect(answer('failure scenarios considered', { 'a.py': source })).toBe('fail: 1 finding: dispatch-before-commit (a.py:9)')
  })
})
