/** What libraries do with a function that they are given, as far as transactions go. Names are spelled as imported and called. */

/** Calls that open a transaction, run the function in it and commit when its promise is kept. */
const runners: readonly RegExp[] = [
  /\.\$transaction$/,
  /^typeorm\..*\.transaction$/,
  /^typeorm-transactional(-cls-hooked)?\.runInTransaction$/,
  /^@nestjs-cls\/transactional\.TransactionHost\(\)\.withTransaction$/,
  /^drizzle-orm\b.*\.transaction$/,
  /^(sequelize|sequelize-typescript|@sequelize\/core)\..*\.transaction$/,
  /^knex\b.*\.transaction$/,
  /^kysely\..*\.transaction\(\)(\.\w+\(\))*\.execute$/,
  /^objection\.(.*\.)?transaction$/,
  /^@mikro-orm\/.*\.transactional$/,
  /^(mongoose|mongodb)\..*\.withTransaction$/,
  /^mongoose\..*\.transaction$/,
  /^postgres\b.*\.(begin|savepoint)$/,
  /^pg-promise\b.*\.(tx|txIf)$/,
  /^slonik\..*\.transaction$/,
]

export function runsInTransaction(name: string): boolean {
  return runners.some((runner) => runner.test(name))
}

/** What such a call gives the function first; `null`: the call is none of these. Most hand out what they were called on, bound to the transaction. */
export function transactionHandle(name: string): string | null {
  if (!runsInTransaction(name)) return null
  if (name.startsWith('typeorm.')) return 'typeorm.EntityManager()'
  if (/^(sequelize|sequelize-typescript|@sequelize\/core)\./.test(name)) return 'sequelize.Transaction()'
  const owner = name.replace(/\.transaction\(\)(\.\w+\(\))*\.execute$|\.\$?\w+$/, '')
  return owner.endsWith(')') ? owner : null
}

/** Calls whose result is a function that does what the given one does, in a transaction of its own. */
export function wrapsInTransaction(name: string): boolean {
  return /^typeorm-transactional(-cls-hooked)?\.wrapInTransaction$|^better-sqlite3\b.*\.transaction$/.test(name)
}

/** Methods that have this name on whatever object holds the connection. */
export const uniqueRunners: ReadonlySet<string> = new Set(['$transaction'])

/** Methods that run a function in a transaction if they hand it something that is called after one. */
export const likelyRunners: ReadonlySet<string> = new Set(['transaction', 'withTransaction', 'runInTransaction', 'inTransaction', 'transactional'])

/** What people call the handle of a transaction. */
export const transactionParameter: RegExp = /^_?(tx|trx|txn|t|em|manager|transaction|entityManager|transactional\w*Manager|transactionManager|(tx|trx|transaction)[A-Z]\w*|\w+(Tx|Trx|Txn|Transaction))$/

/** Calls that run the function before their own promise is kept, or before they return. */
const immediate: readonly RegExp[] = [
  /^globalThis\.(Promise|Array\.from)$/,
  /^(p-map|p-retry|p-each-series|p-map-series|async-retry|p-times|p-all)\b(\.default)?(\(\))?$/,
  /^p-limit\b.*\(\)$/,
  /^p-queue\b.*\(\)\.add$/,
  /^async-mutex\..*\.runExclusive$/,
  /^(lodash|lodash-es|underscore|radash|remeda)\b.*\.(map|forEach|each|eachRight|forEachRight|flatMap|reduce|filter|mapValues|forOwn|times|parallel)$/,
  /^bluebird\b.*\.(map|each|mapSeries|reduce|filter|try)$/,
  /^(node:)?async_hooks\.AsyncLocalStorage\(\)\.run$/,
  /^nestjs-cls\.ClsService\(\)\.(run|runWith)$/,
  /^@opentelemetry\/api\b.*\.(startActiveSpan|with)$/,
  /^@sentry\/[\w-]+\.(startSpan|startSpanManual|withScope|withIsolationScope|continueTrace)$/,
  /^dd-trace\b.*\.trace$/,
]

export function runsAtOnce(name: string): boolean {
  return immediate.some((each) => each.test(name))
}

/** Methods of arrays, sets and maps that run the function before they return. */
export const iterations: ReadonlySet<string> = new Set([
  'map', 'forEach', 'filter', 'find', 'findLast', 'findIndex', 'findLastIndex', 'some', 'every', 'flatMap', 'reduce', 'reduceRight', 'sort',
])

/** Methods of promises: what they return is kept when the function has run. */
export const continuations: ReadonlySet<string> = new Set(['then', 'catch', 'finally'])
