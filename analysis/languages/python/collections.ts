import type { CollectionExpression, Expression, RecordEntry } from '../../model/expression.ts'
import { childAt, spanOf } from './nodes.ts'
import { unknown, type ExpressionReader, type Reader, type Scope } from './reader.ts'
import type { SyntaxNode } from './syntax-tree.ts'

/** A list, a set, or a tuple with or without parentheses. */
export function readItems(kind: CollectionExpression['kind']): ExpressionReader {
  return (reader, node, scope) => ({ kind, items: node.children.map((child) => reader.expression(child, scope, 'part')), span: spanOf(node) })
}

export const readSpread: ExpressionReader = (reader, node, scope) => {
  const [inner] = node.children
  return inner === undefined ? unknown(node) : { kind: 'spread', value: reader.expression(inner, scope, 'part'), span: spanOf(node) }
}

export const readRecord: ExpressionReader = (reader, node, scope) => {
  const entries: RecordEntry[] = []
  for (const child of node.children) {
    const [only] = child.children
    if (child.type === 'pair') entries.push(readPair(reader, child, scope))
    else if (child.type === 'dictionary_splat' && only !== undefined) entries.push({ key: null, value: reader.expression(only, scope, 'part') })
    else reader.expression(child, scope, 'part')
  }
  return { kind: 'record', entries, span: spanOf(node) }
}

function readPair(reader: Reader, pair: SyntaxNode, scope: Scope): RecordEntry {
  const read = (part: SyntaxNode | null): Expression => (part === null ? unknown(pair) : reader.expression(part, scope, 'part'))
  const key = read(childAt(pair, 'key'))
  return { key, value: read(childAt(pair, 'value')) }
}
