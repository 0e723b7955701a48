import { childAt, childOfType, spanOf } from './nodes.ts'
import { openBlock, readSuite, type Reader, type Scope, type StatementReader } from './reader.ts'
import type { SyntaxNode } from './syntax-tree.ts'
import { bindTarget, readTarget, targetNames } from './targets.ts'

/** `with a, b as c`: every manager opens a block inside the one before. */
export const readWith: StatementReader = (reader, node, scope) => {
  const clause = childOfType(node, 'with_clause')
  let inside = scope
  for (const item of clause?.children.flatMap(managersIn) ?? []) inside = readManager(reader, item, inside, node)
  readSuite(reader, childAt(node, 'body'), inside)
}

/** The managers of an item; parentheses around several may read as a tuple. */
function managersIn(item: SyntaxNode): readonly SyntaxNode[] {
  const value = childAt(item, 'value')
  if (value === null) return []
  const isList = value.type === 'tuple' || value.type === 'parenthesized_expression'
  return isList && value.children.some((child) => child.type === 'as_pattern') ? value.children : [value]
}

function readManager(reader: Reader, item: SyntaxNode, scope: Scope, statement: SyntaxNode): Scope {
  const [managerNode, targetNode] = item.type === 'as_pattern' ? item.children : [item]
  if (managerNode === undefined) return scope
  const subject = reader.expression(managerNode, scope, 'part')
  const target = targetNode === undefined ? null : readTarget(reader, targetNode, scope)
  const names = target === null ? [] : targetNames(target)
  const inside = openBlock(reader, scope, { kind: 'context', subject, names, span: spanOf(statement) })
  if (target !== null) bindTarget(reader, inside, target, { via: 'context', value: subject, type: null, span: spanOf(item) })
  return inside
}
