/** What tells one thing from another: in addresses, in the names that these are kept under, in the names of backends. */
export type StackClues = readonly (readonly [clue: RegExp, name: string])[]

const redis: StackClues[number] = [/\brediss?:\/\/|sentinel:\/\/|redis(_\w*)?_?ur[il]\b|\bredis_(host|dsn|address)/i, 'redis']

export const brokerClues: StackClues = [redis, [/\b(py)?amqps?:\/\/|rabbitmq|amqp_?ur[il]/i, 'rabbitmq'], [/\bsqs:\/\//i, 'sqs']]

export const resultClues: StackClues = [
  redis,
  [/django-db|django_celery_results|DatabaseBackend/, 'django-db'],
  [/["']rpc(:\/\/)?["']/i, 'rpc'],
  [/["']db\+/i, 'database'],
  [/["']disabled/i, 'disabled'],
]

export const schedulerClues: StackClues = [
  [/django_celery_beat|DatabaseScheduler/, 'django-celery-beat'],
  [/redbeat/i, 'redbeat'],
]

/** Packages whose versions decide what holds, in the order in which they are told. */
export const stackPackages: readonly string[] = [
  'celery', 'django', 'django-celery-beat', 'django-celery-results', 'django-tasks', 'redis', 'kombu', 'celery-redbeat', 'flower', 'bullmq', 'pg-boss', 'bull',
]

/** Object-relational mappers: a word of what is imported, and how the import begins. */
export const mappers: readonly { readonly name: string; readonly word: string; readonly module: RegExp }[] = [
  { name: 'django', word: 'models', module: /^django\.db(\.|$)/ },
  { name: 'sqlalchemy', word: 'sqlalchemy', module: /^sqlalchemy(\.|$)/ },
  { name: 'typeorm', word: 'typeorm', module: /^typeorm$/ },
  { name: 'prisma', word: 'prisma', module: /^@prisma\/client/ },
  { name: 'drizzle', word: 'drizzle', module: /^drizzle-orm(\/|$)/ },
]

/** Queue libraries that bring their broker with them. */
export const brokersOfPackages: ReadonlyMap<string, string> = new Map([['bullmq', 'redis'], ['bull', 'redis'], ['pg-boss', 'postgresql']])
