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

/** Sessions whose writes wait for a method that sends and commits them. */
export interface UnitOfWork {
  readonly writes: ReadonlySet<string>
  readonly commit: string
}

const sqlAlchemySession: UnitOfWork = { writes: new Set(['add', 'add_all', 'delete', 'merge', 'flush']), commit: 'commit' }
const mikroManager: UnitOfWork = { writes: new Set(['persist', 'remove']), commit: 'flush' }

/** Names of methods of which a function that commits such a session calls one. */
export const unitCommits: readonly string[] = [sqlAlchemySession.commit, mikroManager.commit]

/** Every method by which such sessions write and commit. */
export const unitMethods: readonly string[] = [sqlAlchemySession, mikroManager].flatMap(({ writes, commit }) => [...writes, commit])

/** What a session of this name does with its writes; `null`: it is none. */
export function unitOfWork(name: string): UnitOfWork | null {
  if (/^@mikro-orm\//.test(name)) return /(EntityManager\(\)|\.em|\.fork\(\))$/.test(name) ? mikroManager : null
  return isSession(name) ? sqlAlchemySession : null
}

/** True for a session of SQLAlchemy. */
export function isSession(name: string): boolean {
  return /^(sqlalchemy|flask_sqlalchemy|sqlmodel)\b/.test(name) && /(session|Session|sessionmaker\(\)|scoped_session\(\))(\(\))?$/.test(name)
}

/** Attributes and methods that tell whether a transaction is open. */
export const stateNames: ReadonlySet<string> = new Set(['in_atomic_block', 'isTransactionActive', 'isInTransaction'])
