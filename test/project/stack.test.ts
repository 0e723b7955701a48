import { describe, expect, test } from 'vitest'
import { memoryWorkspace } from '../../analysis/project/files/memory-workspace.ts'
import { type ProjectStack, stackOf } from '../../analysis/project/outline/stack.ts'

function stack(files: Readonly<Record<string, string>>): ProjectStack {
  return stackOf(memoryWorkspace(new Map(Object.entries(files))))
}

const url = 'REDIS_URL = os.environ["REDIS_URL"]\n'

describe('the broker', () => {
  test.each<[string, string | null]>([
    ['CELERY_BROKER_URL = "redis://localhost/0"', 'redis'],
    ['BROKER_URL = "amqp://guest@localhost"', 'rabbitmq'],
    ['app.conf.broker_url = "sqs://"', 'sqs'],
    ['CELERY_BROKER_URL = os.environ.get("CELERY_BROKER_URL", "rediss://cache:6379")', 'redis'],
    ['CELERY_BROKER_URL = f"redis://{HOST}/0"', 'redis'],
    [`${url}CELERY_BROKER_URL = REDIS_URL`, 'redis'],
    ['app = Celery("shop", broker="pyamqp://rabbit")', 'rabbitmq'],
    ['CELERY_BROKER_URL = os.environ["CELERY_BROKER_URL"]', null],
    ['if KIND:\n    CELERY_BROKER_URL = "redis://"\nelse:\n    CELERY_BROKER_URL = "amqp://"', null],
    ['CACHE_URL = "redis://localhost/0"', null],
  ])('%s', (settings, broker) => {
    expect(stack({ 'shop/settings.py': `from celery import Celery\n${settings}\n` }).broker).toBe(broker)
  })

  test('comes with some libraries', () => {
    const source = { 'src/jobs.ts': "import { Queue } from 'bullmq'\nnew Queue('a')\n" }
    expect(stack({ ...source, 'package.json': '{ "dependencies": { "bullmq": "5.1.0" } }' })).toMatchObject({ broker: 'redis', packages: new Map([['bullmq', { least: '5.1.0', most: '5.1.0' }]]) })
  })
})

test.each<[string, string | null, string | null]>([
  ['CELERY_RESULT_BACKEND = "django-db"', 'django-db', null],
  ['CELERY_RESULT_BACKEND = "rpc://"', 'rpc', null],
  [`${url}CELERY_RESULT_BACKEND = REDIS_URL`, 'redis', null],
  ['CELERY_RESULT_BACKEND = "db+postgresql://shop"', 'database', null],
  ['CELERY_RESULT_BACKEND = compute()', null, null],
  ['CELERY_BEAT_SCHEDULER = "django_celery_beat.schedulers:DatabaseScheduler"', null, 'django-celery-beat'],
  ['CELERYBEAT_SCHEDULER = "redbeat.RedBeatScheduler"', null, 'redbeat'],
])('%s', (settings, resultBackend, scheduler) => {
  expect(stack({ 'shop/settings.py': `${settings}\n` })).toMatchObject({ resultBackend, scheduler })
})

test('packages that matter are those that are declared, mappers those that are imported', () => {
  const { packages, mappers } = stack({
    'requirements.txt': 'Celery==5.3.6\nDjango>=4.2,<5\nrequests==2\n',
    'shop/models.py': 'from django.db import models\n',
    'shop/more.py': 'from sqlalchemy.orm import Session\n# prisma\n',
  })
  expect([...packages]).toEqual([['celery', { least: '5.3.6', most: '5.3.6', includesMost: true }], ['django', { least: '4.2', most: '5', includesMost: false }]])
  expect(mappers).toEqual(['django', 'sqlalchemy'])
})
