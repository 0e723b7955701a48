import type { ComprehensionExpression, ComprehensionSource, Expression } from '../../model/expression.ts'
import { childAt, childrenAt, spanFrom, spanOf } from './nodes.ts'
import { openBlock, unknown, type ExpressionReader, type Reader, type Scope } from './reader.ts'
import type { SyntaxNode } from './syntax-tree.ts'
import { readTarget, targetNames } from './targets.ts'

const collections: Readonly<Record<string, ComprehensionExpression['collection']>> = {
  list_comprehension: 'list',
  set_comprehension: 'set',
  dictionary_comprehension: 'record',
  generator_expression: 'generator',
}

/**
 * Every `for` is a loop around what it repeats: the element, the conditions and the iterables after its own. The element
 * comes first in the text, so the loops are opened before their iterables are known.
 */
export const readComprehension: ExpressionReader = (reader, node, scope) => {
  const clauses = node.children.filter((child) => child.type === 'for_in_clause')
  const scopes = [scope]
  let innermost = scope
  while (scopes.length <= clauses.length) {
    innermost = openBlock(reader, innermost, { kind: 'loop', form: 'for', span: spanOf(node) })
    scopes.push(innermost)
  }
  const element = readElement(reader, node, innermost)
  const sources: ComprehensionSource[] = []
  for (const clause of node.children) {
    const around = scopes[sources.length] ?? scope
    if (clause.type === 'for_in_clause') sources.push(readSource(reader, clause, around, scopes[sources.length + 1] ?? around))
    else if (clause.type === 'if_clause') for (const child of clause.children) reader.expression(child, around, 'part')
  }
  return { kind: 'comprehension', collection: collections[node.type] ?? 'generator', element, sources, span: spanOf(node) }
}

function readElement(reader: Reader, node: SyntaxNode, scope: Scope): Expression {
  const body = childAt(node, 'body')
  if (body === null) return unknown(node)
  if (body.type !== 'pair') return reader.expression(body, scope, 'part')
  const key = childAt(body, 'key')
  const value = childAt(body, 'value')
  if (key !== null) reader.expression(key, scope, 'part')
  return value === null ? unknown(body) : reader.expression(value, scope, 'part')
}

function readSource(reader: Reader, clause: SyntaxNode, around: Scope, inside: Scope): ComprehensionSource {
  const left = childAt(clause, 'left')
  const names = left === null ? [] : targetNames(readTarget(reader, left, inside))
  const iterables = childrenAt(clause, 'right').map((child) => reader.expression(child, around, 'part'))
  const [first] = iterables
  const last = iterables.at(-1)
  const isTuple = first !== undefined && last !== undefined && iterables.length > 1
  const iterable: Expression = isTuple ? { kind: 'tuple', items: iterables, span: spanFrom(first.span, last.span) } : (first ?? unknown(clause))
  const block = inside.block === null ? undefined : reader.facts.blocks[inside.block]
  if (block !== undefined) {
    block.subject = iterable
    block.names.push(...names)
  }
  return { names, iterable }
}
