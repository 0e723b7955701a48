import { expect, test } from 'vitest'
import { linked } from './outline.ts'

const tasks = {
  'shop/__init__.py': '',
  'shop/tasks.py': 'from celery import shared_task\n@shared_task\ndef sync():\n    pass\n@shared_task\ndef report():\n    pass\n',
}

/** `name: timing -> handler`, `?` for what is not known. */
function schedules(files: Readonly<Record<string, string>>): readonly string[] {
  return linked(files).files.flatMap((file) =>
    file.schedules.map(({ name, task, taskName, timing }) => `${name ?? '?'}: ${timing ?? '?'} -> ${task?.handlerName ?? `(${taskName ?? '?'})`}`),
  )
}

test.each<[string, readonly string[]]>([
  ['CELERY_BEAT_SCHEDULE = {"nightly": {"task": "shop.tasks.sync", "schedule": crontab(hour=3)}}', ['nightly: crontab(hour=3) -> sync']],
  ['CELERY_BEAT_SCHEDULE = {"often": {"task": "shop.tasks.sync", "schedule": 5 * 60}}', ['often: every 300 s -> sync']],
  ['CELERYBEAT_SCHEDULE = {"often": {"task": "shop.tasks.sync", "schedule": timedelta(minutes=5)}}', ['often: timedelta(minutes=5) -> sync']],
  ['app.conf.beat_schedule = {"a": {"task": "shop.tasks.gone", "schedule": 60}}', ['a: every 60 s -> (shop.tasks.gone)']],
  ['CELERY_BEAT_SCHEDULE = {}\nCELERY_BEAT_SCHEDULE["later"] = {"task": "shop.tasks.report", "schedule": NIGHT}\nNIGHT = crontab(hour=2)', ['later: crontab(hour=2) -> report']],
  ['app.conf.update(beat_schedule={"a": {"task": NAME, "schedule": 60}})\nNAME = "shop.tasks.sync"', ['a: every 60 s -> sync']],
  ['CELERY_BEAT_SCHEDULE = {"a": {"task": compute(), "schedule": 60}}', ['a: every 60 s -> (?)']],
  ['ROWS = [{"task": "shop.tasks.sync", "schedule": 60}]', []],
  ['CELERY_BEAT_SCHEDULE = read()\ndef read():\n    return [{"name": "x", "task": "shop.tasks.sync"}, {"task": "no.such"}]', ['x: ? -> sync']],
])('the setting: %s', (settings, expected) => {
  expect(schedules({ ...tasks, 'shop/settings.py': settings })).toEqual(expected)
})

test('entries that are written in another module than the setting', () => {
  const files = { 'shop/settings.py': 'from shop.times import TIMES\nCELERY_BEAT_SCHEDULE = TIMES\n', 'shop/times.py': 'TIMES = {"a": {"task": "shop.tasks.sync", "schedule": 60}}\n' }
  expect(schedules({ ...tasks, ...files })).toEqual(['a: every 60 s -> sync'])
})

test.each<[string, string]>([
  ['sender.add_periodic_task(600, sync.s())', '?: every 600 s -> sync'],
  ['sender.add_periodic_task(crontab(hour=3), sync.si(), name="nightly")', 'nightly: crontab(hour=3) -> sync'],
  ['sender.add_periodic_task(schedule=60, sig=report.s())', '?: every 60 s -> report'],
  ['sender.add_periodic_task(60, unknown)', '?: every 60 s -> (?)'],
])('given to the app: %s', (call, expected) => {
  const app = `from celery.schedules import crontab\nfrom shop.tasks import report, sync\ndef setup(sender, **kwargs):\n    ${call}\n`
  expect(schedules({ ...tasks, 'shop/app.py': app })).toEqual([expected])
})

test.each<[string, readonly string[]]>([
  ['PeriodicTask.objects.get_or_create(name="nightly", task="shop.tasks.sync", crontab=row)', ['nightly: ? -> sync']],
  ['PeriodicTask.objects.update_or_create(name="a", defaults={"task": "shop.tasks.report"})', ['a: ? -> report']],
  ['PeriodicTask.objects.filter(task="shop.tasks.sync")', []],
  ['PeriodicTask.objects.create(task=compute())', []],
])('rows: %s', (call, expected) => {
  expect(schedules({ ...tasks, 'shop/setup.py': `from django_celery_beat.models import PeriodicTask\n${call}\n` })).toEqual(expected)
})

test('a task may have its own schedule', () => {
  const source = 'from celery.task import periodic_task\n@periodic_task(run_every=timedelta(hours=1))\ndef hourly():\n    pass\n'
  expect(schedules({ 'shop/jobs.py': source })).toEqual(['?: timedelta(hours=1) -> hourly'])
})

test.each<[string, string]>([
  ["mails.upsertJobScheduler('digest', { pattern: '0 3 * * *' }, { name: 'digest' })", 'digest: 0 3 * * * -> work'],
  ["mails.add('digest', {}, { repeat: { every: 60 * 1000 } })", 'digest: every 60000 ms -> work'],
  ["mails.add('digest', {}, { repeat: plan() })", 'digest: plan() -> work'],
  ["boss.schedule('mails', '*/5 * * * *', {})", '?: */5 * * * * -> work'],
])('jobs: %s', (call, expected) => {
  const source = `import { Queue, Worker } from 'bullmq'\nimport { PgBoss } from 'pg-boss'\nconst boss = new PgBoss('')\nconst mails = new Queue('mails')\nfunction work() {}\nnew Worker('mails', work)\n${call}\nmails.add('once', {})\n`
  expect(schedules({ 'package.json': '{}', 'src/jobs.ts': source })).toEqual([expected])
})
