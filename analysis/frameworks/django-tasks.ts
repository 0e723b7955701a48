/** Django Tasks (6.0, and the backport `django_tasks`). Source: https://docs.djangoproject.com/en/6.0/topics/tasks/ */
export const djangoTasks = 'django-tasks'
export const djangoTaskDecorators: ReadonlySet<string> = new Set(['django.tasks.task'])
/** Makes a copy of a task with other options. */
export const enqueueOptionsMethod = 'using'
export const enqueueMethods: ReadonlySet<string> = new Set(['enqueue', 'aenqueue'])
/** Those that give a coroutine, which does nothing before it is awaited. */
export const awaitedEnqueueMethods: ReadonlySet<string> = new Set(['aenqueue'])

/** Options of `using`; given to `enqueue` they land in the task's arguments. */
export const refinedTask: { readonly method: string; readonly options: ReadonlySet<string> } = {
  method: 'using', options: new Set(['priority', 'queue_name', 'run_after', 'backend']),
}
