import type { ts } from 'ts-morph'
import type { Expression } from '../../model/expression.ts'
import { spanOf, type Reader } from './reader.ts'

/** `Map<string, User>` is an index by one type or a tuple of them. */
export function withTypeArguments(reader: Reader, node: ts.Node, object: Expression, written: readonly ts.TypeNode[] | undefined): Expression {
  const [first, ...more] = (written ?? []).map((type) => reader.type(type))
  if (first === undefined) return object
  const last = more.at(-1) ?? first
  const key: Expression = more.length === 0 ? first : { kind: 'tuple', items: [first, ...more], span: { start: first.span.start, end: last.span.end } }
  return { kind: 'index', object, key, span: spanOf(reader, node) }
}
