/** What Celery's names mean. Source: celery/app/base.py, celery/app/task.py, celery/canvas.py, celery/app/autoretry.py (5.7.0). */

export const celery = 'celery'

/** Calls (and decorators) that make a task of a function. */
export const taskDecorators: ReadonlySet<string> = new Set([
  'celery.shared_task', 'celery.Celery().task', 'celery.task', 'celery.task.task', 'celery.task.periodic_task', 'celery.decorators.task',
  'celery.decorators.periodic_task',
])

export const taskBase = 'celery.Task'
export const appClass = 'celery.Celery'

/** The attribute of an app that holds its settings. */
export const configurationName = 'conf'

/** Bases beside it that leave retries, errors and sending alone. */
export const quietTaskBases: ReadonlySet<string> = new Set([
  'abc.ABC', 'builtins.object', 'typing.Generic', 'typing.Protocol', 'celery_singleton.Singleton', 'celery_once.QueueOnce', 'celery_once.tasks.QueueOnce',
])

/** The task that is running, in code that was not handed it. */
export const currentTasks: ReadonlySet<string> = new Set([
  'celery.current_task', 'celery.Celery().current_task', 'celery._state.current_task', 'celery._state.get_current_task()',
])

/** Methods of a task that describe a call without making it. */
export const signatureMethods: ReadonlySet<string> = new Set(['s', 'si', 'signature', 'subtask'])
export const groupMethods: ReadonlySet<string> = new Set(['chunks', 'map', 'starmap'])
export const signatureRefinements: ReadonlySet<string> = new Set(['set', 'clone', 'on_error', 'link', 'stamp', 'skew', 'group'])

/** Methods of a task or signature that send at once. */
export const sendMethods: ReadonlySet<string> = new Set(['delay', 'apply_async'])

/** Methods that send after the commit and return nothing (5.4). */
export const afterCommitMethods: ReadonlySet<string> = new Set(['delay_on_commit', 'apply_async_on_commit'])

/** Methods that take every argument as the task's own. */
export const plainCallMethods: ReadonlySet<string> = new Set(['delay', 'delay_on_commit', 's', 'si'])

/** Methods whose signature may be given the result of the task before it, in front of its own arguments. */
export const openSignatureMethods: ReadonlySet<string> = new Set(['s', 'signature', 'subtask'])

/** Method by which a running task sends itself anew. */
export const retryMethod = 'retry'

/** Functions that describe a workflow. */
export const canvasFunctions: ReadonlySet<string> = new Set([
  'celery.chain', 'celery.group', 'celery.chord', 'celery.chunks', 'celery.signature', 'celery.subtask', 'celery.Celery().signature',
])

export const sendByName: ReadonlySet<string> = new Set(['celery.Celery().send_task', 'celery.execute.send_task'])

/** The same without sending. */
export const signByName: ReadonlySet<string> = new Set(['celery.signature', 'celery.subtask', 'celery.Celery().signature'])

export const resultFunctions: ReadonlySet<string> = new Set([
  'celery.AsyncResult', 'celery.result.GroupResult', 'celery.result.ResultSet', 'celery.Celery().AsyncResult', 'celery.Celery().GroupResult',
  'celery.Celery().send_task', 'celery.result.GroupResult.restore', 'celery.Celery().GroupResult.restore', 'celery.Task().AsyncResult',
])

/** `app.register_task(Send())` gives back what it was given, made a task. */
export const registeringMethods: ReadonlySet<string> = new Set(['celery.Celery().register_task'])

/**
 * The method in the name of a member of a task that is out of sight: `delay` for `shop.tasks.send_receipt.delay`, imported
 * from a module called `tasks`, and for `app.tasks["shop.send_receipt"].delay`. `null`: no such thing.
 */
export function methodOfUnseenTask(name: string): string | null {
  const found = /^celery\.Celery\(\)\.tasks\[\]\.(\w+)$/.exec(name) ?? /(?:^|\.)tasks(?:\.\w+)*\.\w+\.(\w+)$/.exec(name)
  const method = found?.[1]
  if (method === undefined || /^(django|google|invoke|prefect|celery\.app)\./.test(name)) return null
  return [sendMethods, afterCommitMethods, signatureMethods, groupMethods].some((names) => names.has(method)) ? method : null
}

/** Methods of a result that wait until it is there. */
export const waitMethods: ReadonlySet<string> = new Set(['get', 'wait', 'join', 'join_native', 'collect'])

/** Context managers under which waiting inside a task is allowed. */
export const waitPermissions: ReadonlySet<string> = new Set(['celery.result.allow_join_result()'])

/** Options that say how a task retries of itself; they do nothing without `autoretry_for`. */
export const automaticRetryOptions: ReadonlySet<string> = new Set(['retry_backoff', 'retry_backoff_max', 'retry_jitter', 'retry_kwargs', 'dont_autoretry_for'])

/** Names under which all tasks are made to be sent again when their worker process is lost (5.7). */
export const workerLossSettings: readonly string[] = ['CELERY_TASK_RETRY_ON_WORKER_LOST', 'CELERY_RETRY_ON_WORKER_LOST', 'task_retry_on_worker_lost']

/** Names under which the time of all tasks is limited. */
export const timeLimitSettings: readonly string[] = [
  'CELERY_TASK_TIME_LIMIT', 'CELERYD_TASK_TIME_LIMIT', 'task_time_limit', 'CELERY_TASK_SOFT_TIME_LIMIT', 'CELERYD_TASK_SOFT_TIME_LIMIT', 'task_soft_time_limit',
]

/** Names under which the results of all tasks are dropped. */
export const ignoredResultSettings: readonly string[] = ['CELERY_TASK_IGNORE_RESULT', 'CELERY_IGNORE_RESULT', 'task_ignore_result']

/** Names of the policy by which every dispatch is published. */
export const publishPolicySettings: readonly string[] = ['CELERY_TASK_PUBLISH_RETRY_POLICY', 'task_publish_retry_policy']

/** Positions of `crontab`'s arguments, which are also its units. */
export const crontabFunction = 'celery.crontab'
export const crontabPositions: readonly string[] = ['minute', 'hour', 'day_of_week', 'day_of_month', 'month_of_year']

/** The same schedule as a row of django-celery-beat; its `minute` is also `*` by default. */
export const crontabModel = 'django_celery_beat.models.CrontabSchedule'
export const crontabCreators: ReadonlySet<string> = new Set([
  'create', 'get_or_create', 'update_or_create', 'acreate', 'aget_or_create', 'aupdate_or_create',
])

/** First version in which a task can be sent after the commit. */
export const afterCommitSince = '5.4.0'

/**
 * First version that reads a setting's old name below a namespace too. Source: `ConfigurationView._to_keys` in
 * celery/utils/collections.py, which up to 5.6.3 asks for the new name alone.
 */
export const oldNamesReadSince = '5.7.0'

/** Retries of a task that says nothing of how many. Source: `Task.max_retries` in celery/app/task.py. */
export const celeryRetryLimit = 3

/** A method of apps that schedules a signature: when, then what. */
export const periodicMethod = 'add_periodic_task'

/** The schedule of a task as a row of django-celery-beat; the keyword `task` holds the task's name. */
export const periodicTaskModel = 'django_celery_beat.models.PeriodicTask'
