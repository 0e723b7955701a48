export const receiverDecorator = 'django.dispatch.receiver'

/**
 * Signals that Django sends while it holds a transaction of its own, whatever the caller does: the deletion collector and
 * the set operations of many-to-many managers. Source: django/db/models/deletion.py, fields/related_descriptors.py.
 */
export const signalsInsideTransaction: ReadonlySet<string> = new Set([
  'django.db.models.signals.pre_delete', 'django.db.models.signals.post_delete', 'django.db.models.signals.m2m_changed',
])

export const saveSignals: ReadonlySet<string> = new Set(['django.db.models.signals.pre_save', 'django.db.models.signals.post_save'])

/** Manager methods that save inside a transaction of their own. Source: django/db/models/query.py. */
export const atomicCreators: ReadonlySet<string> = new Set(['get_or_create', 'update_or_create', 'aget_or_create', 'aupdate_or_create'])

/** Manager methods that save a row only where they make one. */
export const creators: ReadonlySet<string> = new Set(['create', 'acreate', 'get_or_create', 'aget_or_create'])

/** Methods after which a row is there. */
export const firstSavers: ReadonlySet<string> = new Set(['save', 'asave'])

/** What a project makes its own signals from. */
export const signalClass = 'django.dispatch.Signal()'
