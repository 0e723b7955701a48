import { expect, test } from 'vitest'
import { judgeName } from '../../analysis/project/settings/setting-names.ts'

function verdict(name: string, prefix = 'CELERY_'): string {
  const judged = judgeName(name, prefix)
  if (judged === null) return 'own'
  return judged.kind === 'read' ? 'read' : `${judged.kind}: ${judged.readAs}`
}

test.each([
  ['CELERY_TASK_ACKS_LATE', 'read'],
  ['CELERY_BROKER_URL', 'read'],
  ['CELERY_REDIS_CLIENT_NAME', 'read'],
  ['CELERY_ACKS_LATE', 'old: CELERY_TASK_ACKS_LATE'],
  ['CELERYD_CONCURRENCY', 'old: CELERY_WORKER_CONCURRENCY'],
  ['CELERYBEAT_SCHEDULE', 'old: CELERY_BEAT_SCHEDULE'],
  ['BROKER_URL', 'old: CELERY_BROKER_URL'],
  ['CELERY_TASK_RESULT_EXPIRES', 'old: CELERY_RESULT_EXPIRES'],
  ['TASK_ACKS_LATE', 'wrong: CELERY_TASK_ACKS_LATE'],
  ['RESULT_BACKEND', 'wrong: CELERY_RESULT_BACKEND'],
  ['CELERY_TASK_ACK_LATE', 'wrong: CELERY_TASK_ACKS_LATE'],
  ['CELERY_WORKER_PREFECTH_MULTIPLIER', 'wrong: CELERY_WORKER_PREFETCH_MULTIPLIER'],
  ['CELERY_MAX_TASKS_PER_CHILD', 'wrong: CELERY_WORKER_MAX_TASKS_PER_CHILD'],
  ['CELERY_TIME_LIMIT', 'wrong: CELERY_TASK_TIME_LIMIT'],
  ['CELERY_TASK_PREFETCH_MULTIPLIER', 'wrong: CELERY_WORKER_PREFETCH_MULTIPLIER'],
])('%s is %s', (name, expected) => {
  expect(verdict(name)).toBe(expected)
})

test.each([
  'CELERY_ONCE', 'CELERY_LOG_FOLDER', 'CELERY_CONCURRENCY', 'CELERY_SLOW_TASK_SECONDS', 'CELERYD_NODES', 'S3_BUCKET', 'REDIS_HOST', 'TIMEZONE', 'TASK_BACKENDS',
  'WORKER_CLASS', 'SECURITY_KEY', 'CELERY_APP',
])("%s is the project's own", (name) => {
  expect(verdict(name)).toBe('own')
})

test('another namespace has names of its own', () => {
  expect(verdict('JOBS_TASK_ACKS_LATE', 'JOBS_')).toBe('read')
  expect(verdict('CELERY_ACKS_LATE', 'JOBS_')).toBe('old: JOBS_TASK_ACKS_LATE')
  expect(verdict('CELERY_TASK_ACKS_LATE', 'JOBS_')).toBe('own')
})
