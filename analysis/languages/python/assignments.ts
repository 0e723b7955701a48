import type { Expression } from '../../model/expression.ts'
import { childAt, spanOf } from './nodes.ts'
import { readInside, type StatementReader } from './reader.ts'
import type { SyntaxNode } from './syntax-tree.ts'
import { bindTarget, readTarget, type Target } from './targets.ts'

/** `a = b = value`, `a: type = value` and `a: type`. The whole statement is the span of each binding. */
export const readAssignment: StatementReader = (reader, node, scope) => {
  const targets: { readonly target: Target; readonly type: Expression | null }[] = []
  let link = node
  for (let next: SyntaxNode | null = node; next?.type === 'assignment'; next = childAt(next, 'right')) {
    const left = childAt(next, 'left')
    const type = childAt(next, 'type')
    if (left !== null) targets.push({ target: readTarget(reader, left, scope), type: type === null ? null : reader.expression(type, scope, 'part') })
    link = next
  }
  const right = childAt(link, 'right')
  const value = right === null ? null : reader.expression(right, scope, 'assigned')
  for (const { target, type } of targets) {
    bindTarget(reader, scope, target, { via: right === null ? 'declared' : 'assign', value, type, span: spanOf(node) })
  }
}

export const readAugmentedAssignment: StatementReader = (reader, node, scope) => {
  const left = childAt(node, 'left')
  const right = childAt(node, 'right')
  if (left === null || right === null) {
    readInside(reader, node, scope)
    return
  }
  const target = readTarget(reader, left, scope)
  const value = reader.expression(right, scope, 'part')
  bindTarget(reader, scope, target, { via: 'augmented', value, type: null, span: spanOf(node) })
}

/** `type Name = value`. The grammar also takes `type(a).b = value` for one, which gives no name a value. */
export const readTypeAlias: StatementReader = (reader, node, scope) => {
  const left = childAt(node, 'left')
  const right = childAt(node, 'right')
  const name = left === null ? null : aliasName(left)
  if (left === null || right === null || name === null) {
    readInside(reader, node, scope)
    return
  }
  const value = reader.expression(right, scope, 'assigned')
  bindTarget(reader, scope, readTarget(reader, name, scope), { via: 'assign', value, type: null, span: spanOf(node) })
}

const aliasWrappers = new Set(['type', 'generic_type', 'subscript'])

/** `Name` in `Name` and in `Name[T]`. */
function aliasName(node: SyntaxNode): SyntaxNode | null {
  if (node.type === 'identifier') return node
  const [first] = node.children
  return first === undefined || !aliasWrappers.has(node.type) ? null : aliasName(first)
}
