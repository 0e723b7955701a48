import type { ts } from 'ts-morph'
import type { Expression } from '../../model/expression.ts'
import { spanOf, type Reader } from './reader.ts'

/** `Map<string, User>` is an index by one type or a tuple of them. */
export function withTypeArguments(reader: Reader, node: ts.Node, object: Expression, written: readonly ts.TypeNode[] | undefined): Expression {
  const [first, ...more] = (written ?? []).map((type) => reader.type(type))
  return first === undefined ? object : { kind: 'index', object, key: keyOf(first, more), span: spanOf(reader, node) }
}

/** Types that are given to another one. A tuple that stands alone lies in a tuple of one, so that it is not taken for several types. */
export function keyOf(first: Expression, more: readonly Expression[] = []): Expression {
  if (more.length === 0 && first.kind !== 'tuple') return first
  return { kind: 'tuple', items: [first, ...more], span: { start: first.span.start, end: (more.at(-1) ?? first).span.end } }
}
