/** Calls, spelled with `()`, whose context is an open transaction. */
const openers: readonly RegExp[] = [
  /^django\.db\.transaction\.(atomic|commit_on_success|xact)(\(\))?$/,
  /^(sqlalchemy|flask_sqlalchemy|sqlmodel)\b.*\.(begin|begin_nested)\(\)$/,
]

/** True for a context manager or decorator of this name, called (`atomic()`) or bare (`@atomic`). */
export function opensTransaction(name: string): boolean {
  return openers.some((opener) => opener.test(name))
}

/** Bare decorators that are an opener when put above a function. */
export function isTransactionDecorator(name: string): boolean {
  return /^django\.db\.transaction\.(atomic|commit_on_success|xact)(\(\))?$/.test(name)
}

/** Registers a callback for after the commit. */
export const onCommitFunctions: ReadonlySet<string> = new Set(['django.db.transaction.on_commit'])

/** Sessions whose writes are sent when `commit` is called. */
export function isSession(name: string): boolean {
  return /^(sqlalchemy|flask_sqlalchemy|sqlmodel)\b/.test(name) && /(session|Session|sessionmaker\(\)|scoped_session\(\))(\(\))?$/.test(name)
}

export const sessionWrites: ReadonlySet<string> = new Set(['add', 'add_all', 'delete', 'merge', 'flush'])

/** Attributes and methods that tell whether a transaction is open. */
export const stateNames: ReadonlySet<string> = new Set(['in_atomic_block', 'isTransactionActive', 'isInTransaction'])
