/** Calls that make a second run of the same work harmless: they find what is there already, or let only one in. */
export const duplicateGuards: ReadonlySet<string> = new Set([
  // Django and SQLAlchemy
  'get_or_create', 'update_or_create', 'aget_or_create', 'aupdate_or_create', 'select_for_update', 'with_for_update', 'on_conflict_do_nothing', 'on_conflict_do_update',
  // locks
  'lock', 'setnx', 'advisory_lock', 'pg_advisory_lock',
  // TypeScript
  'upsert', 'findOrCreate', 'onConflictDoNothing', 'onConflictDoUpdate', 'orIgnore', 'usingLock',
])

/** Arguments that do the same, by the call that takes them. */
export const guardingArguments: ReadonlyMap<string, string> = new Map([
  ['bulk_create', 'ignore_conflicts'], ['abulk_create', 'ignore_conflicts'], ['set', 'nx'],
])

/** The same for methods of a cache, which is told by its name. */
export const cacheGuards: ReadonlySet<string> = new Set(['cache.add', 'caches.add'])

/** Classes of tasks that keep the same work from being queued twice. */
export const uniqueTaskBases: ReadonlySet<string> = new Set(['celery_singleton.Singleton', 'celery_once.QueueOnce', 'celery_once.tasks.QueueOnce'])
