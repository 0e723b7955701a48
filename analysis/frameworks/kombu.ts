/** Kombu's registry of serializers. Source: kombu/serialization.py */

export const registerFunctions: ReadonlySet<string> = new Set([
  'kombu.serialization.register', 'kombu.serialization.registry.register', 'kombu.register', 'kombu.serialization.SerializerRegistry().register',
])

/** Names under which the serializer of all tasks is chosen. */
export const serializerSettings: readonly string[] = ['task_serializer', 'CELERY_TASK_SERIALIZER']

/** Words of code that makes a text unreadable to whoever lacks the key. */
export const encryptingWords: RegExp = /crypt|fernet|cipher|\baes\b|\bkms\b|secret_?box|sealed/i

/** Teaches the JSON encoder a class and its descendants. Source: kombu/utils/json.py */
export const typeRegistration = 'kombu.utils.json.register_type'
