import type { Span } from './source.ts'

/**
 * What an expression says, independent of the language it is written in. A parser produces these; only the linker
 * reads them, and rules see what the linker concludes from them. Types are written in the same forms: `Map<string, User>` is an
 * index, a union an operation `|`, `User[]` is `Array<User>`, an object type a record. What only a type checker can use (a
 * cast, `!`) is left out: the expression inside stands for the whole.
 */
export type Expression =
  | LiteralExpression
  | NameExpression
  | MemberExpression
  | IndexExpression
  | CallExpression
  | FunctionExpression
  | CollectionExpression
  | RecordExpression
  | TemplateExpression
  | OperationExpression
  | ConditionalExpression
  | ComprehensionExpression
  | SpreadExpression
  | UnknownExpression

/** A string, number, boolean or null whose value is written down. Bytes and ellipsis are unknown, not literals. */
export interface LiteralExpression {
  readonly kind: 'literal'
  readonly value: string | number | boolean | null
  readonly span: Span
}

export interface NameExpression {
  readonly kind: 'name'
  readonly name: string
  readonly span: Span
}

/** `object.name` */
export interface MemberExpression {
  readonly kind: 'member'
  readonly object: Expression
  readonly name: string
  readonly span: Span
}

/** `object[key]` */
export interface IndexExpression {
  readonly kind: 'index'
  readonly object: Expression
  readonly key: Expression
  readonly span: Span
}

/** Points into `FileFacts.calls`. */
export interface CallExpression {
  readonly kind: 'call'
  readonly call: number
  readonly span: Span
}

/** A function written in place (lambda, arrow function); points into `FileFacts.functions`. */
export interface FunctionExpression {
  readonly kind: 'function'
  readonly function: number
  readonly span: Span
}

export interface CollectionExpression {
  readonly kind: 'list' | 'tuple' | 'set'
  readonly items: readonly Expression[]
  readonly span: Span
}

/** A dict or object literal. A spread entry has a `null` key. */
export interface RecordExpression {
  readonly kind: 'record'
  readonly entries: readonly RecordEntry[]
  readonly span: Span
}

export interface RecordEntry {
  readonly key: Expression | null
  readonly value: Expression
}

/** A string with holes. `texts` has one element more than `holes`. */
export interface TemplateExpression {
  readonly kind: 'template'
  readonly texts: readonly string[]
  readonly holes: readonly Expression[]
  readonly span: Span
}

/** Arithmetic, comparison, logic or concatenation: the operator as written (`+`, `or`, `==`, `not`). */
export interface OperationExpression {
  readonly kind: 'operation'
  readonly operator: string
  readonly operands: readonly Expression[]
  readonly span: Span
}

export interface ConditionalExpression {
  readonly kind: 'conditional'
  readonly condition: Expression
  readonly whenTrue: Expression
  readonly whenFalse: Expression
  readonly span: Span
}

/** `[element for … in source]`; for a record, `element` is the entry's value. */
export interface ComprehensionExpression {
  readonly kind: 'comprehension'
  readonly collection: 'list' | 'set' | 'record' | 'generator'
  readonly element: Expression
  readonly sources: readonly ComprehensionSource[]
  readonly span: Span
}

export interface ComprehensionSource {
  readonly names: readonly string[]
  readonly iterable: Expression
}

/** `*value`, `**value` or `...value` inside a collection. */
export interface SpreadExpression {
  readonly kind: 'spread'
  readonly value: Expression
  readonly span: Span
}

export interface UnknownExpression {
  readonly kind: 'unknown'
  readonly span: Span
}
