/**
 * One spelling for things that can be imported from several places. Keys and values are module paths; a key also covers
 * everything below it.
 */
const homes: readonly (readonly [string, string])[] = [
  ['celery.app.base.Celery', 'celery.Celery'],
  ['celery.app.shared_task', 'celery.shared_task'],
  ['celery.app.task.Task', 'celery.Task'],
  ['celery.app.task.BaseTask', 'celery.Task'],
  ['celery.app.current_app', 'celery.Celery()'],
  ['celery._state.current_app', 'celery.Celery()'],
  ['celery.app.app_or_default()', 'celery.Celery()'],
  ['celery.current_app', 'celery.Celery()'],
  ['celery.canvas', 'celery'],
  ['celery.result.AsyncResult', 'celery.AsyncResult'],
  ['celery.contrib.django.task.DjangoTask', 'celery.Task'],
  ['celery.schedules.crontab', 'celery.crontab'],
  ['celery.utils.log.get_task_logger', 'logging.getLogger'],
  ['django.db.transaction.Atomic', 'django.db.transaction.atomic'],
  ['django.db.models.base', 'django.db.models'],
  ['django.db.models.manager', 'django.db.models'],
  ['django.db.models.query', 'django.db.models'],
  ['django.tasks.base', 'django.tasks'],
  ['django_tasks', 'django.tasks'],
  ['django_tasks.task.Task', 'django.tasks.Task'],
  ['django_tasks.task.task', 'django.tasks.task'],
  ['django.dispatch.dispatcher', 'django.dispatch'],
  ['django.http.request', 'django.http'],
  ['rest_framework.request.Request', 'django.http.HttpRequest'],
  ['@taskforcesh/bullmq-pro.FlowProducerPro', 'bullmq.FlowProducer'],
  ['@taskforcesh/bullmq-pro.QueuePro', 'bullmq.Queue'],
  ['@taskforcesh/bullmq-pro.WorkerPro', 'bullmq.Worker'],
  ['bull()', 'bull.Queue()'],
  ['bull.default.Queue', 'bull.Queue'],
  ['bull.default', 'bull.Queue'],
  ['pg-boss()', 'pg-boss.PgBoss()'],
  ['pg-boss.default', 'pg-boss.PgBoss'],
  ['typeorm.Connection', 'typeorm.DataSource'],
  ['typeorm.DataSource().manager', 'typeorm.EntityManager()'],
  ['typeorm.QueryRunner().manager', 'typeorm.EntityManager()'],
  ['typeorm.DataSource().createQueryRunner()', 'typeorm.QueryRunner()'],
  ['typeorm.getConnection()', 'typeorm.DataSource()'],
  ['typeorm.getManager()', 'typeorm.EntityManager()'],
  ['@prisma/client.default', '@prisma/client'],
]

const homeOf = new Map(homes)

/** @param name as imported and called: `celery.app.base.Celery().task`. */
export function canonicalName(name: string): string {
  const known = remembered.get(name)
  if (known !== undefined) return known
  const found = findHome(name)
  remembered.set(name, found)
  return found
}

const remembered = new Map<string, string>()

function findHome(name: string): string {
  for (let end = name.length; end > 0; end = lastBreak(name, end)) {
    const home = homeOf.get(name.slice(0, end))
    if (home !== undefined) return home + name.slice(end)
  }
  return name
}

function lastBreak(name: string, before: number): number {
  return Math.max(name.lastIndexOf('.', before - 1), name.lastIndexOf('()', before - 1))
}
