/** Transactions of TypeScript libraries that one statement opens and another one ends. */

/** Methods that open a transaction on their object, with those that end it; `object`: what it has to be, where the names alone could mean other things. */
export interface StatementPair {
  readonly start: string
  readonly commit: string
  readonly rollback: readonly string[]
  readonly object: RegExp | null
}

/** TypeORM's query runner and the sessions of MongoDB; MikroORM's entity manager. */
export const statementPairs: readonly StatementPair[] = [
  { start: 'startTransaction', commit: 'commitTransaction', rollback: ['rollbackTransaction', 'abortTransaction'], object: null },
  { start: 'begin', commit: 'commit', rollback: ['rollback'], object: /^@mikro-orm\// },
]

/** Methods that return an open transaction when they are given no function, and the methods of what they return. */
export const handleMethods: ReadonlySet<string> = new Set(['transaction', 'startUnmanagedTransaction', 'startTransaction'])
export const handleCommit = 'commit'
export const handleRollback = 'rollback'

/** True for a method from outside whose result may be an open transaction. Messages of Kafka have transactions of the same shape. */
export function returnsHandle(name: string): boolean {
  return /^(sequelize|sequelize-typescript|@sequelize\/core|knex|kysely|objection|mongoose|mongodb)\b/.test(name)
}

/** Texts of SQL that open and end a transaction. */
export const sqlStart: RegExp = /^\s*(BEGIN|START\s+TRANSACTION)\b/i
export const sqlCommit: RegExp = /^\s*(COMMIT|END)\b/i
export const sqlRollback: RegExp = /^\s*ROLLBACK\b(?!\s+(WORK\s+)?TO\b)/i
