import type { Expression } from '../../model/expression.ts'
import { childAt, childrenAt, childOfType, spanFrom, spanOf } from './nodes.ts'
import { openBlock, readSuite, type Reader, type Scope, type StatementReader } from './reader.ts'
import type { SyntaxNode } from './syntax-tree.ts'
import { bindTarget, readTarget, targetNames } from './targets.ts'

export const readTry: StatementReader = (reader, node, scope) => {
  const body = childAt(node, 'body')
  const inside = openBlock(reader, scope, { kind: 'try', span: spanFrom(node, body ?? node) })
  readSuite(reader, body, inside)
  for (const clause of node.children) {
    if (clause.type === 'except_clause') readHandler(reader, clause, scope, inside.block)
    else if (clause.type === 'else_clause') readElse(reader, clause, scope, inside.block)
    else if (clause.type === 'finally_clause') readFinally(reader, clause, scope, inside.block)
    else if (clause !== body) reader.statement(clause, scope)
  }
}

function readElse(reader: Reader, clause: SyntaxNode, scope: Scope, of: number | null): void {
  readSuite(reader, childAt(clause, 'body'), openBlock(reader, scope, { kind: 'else', of, span: spanOf(clause) }))
}

function readFinally(reader: Reader, clause: SyntaxNode, scope: Scope, of: number | null): void {
  readSuite(reader, childOfType(clause, 'block'), openBlock(reader, scope, { kind: 'finally', of, span: spanOf(clause) }))
}

/** `except A`, `except (A, B) as name`, `except* A`, `except A, B` and a bare `except`. */
function readHandler(reader: Reader, clause: SyntaxNode, scope: Scope, of: number | null): void {
  const { types, alias } = headerOf(clause)
  const subject = readTypes(types.map((type) => reader.expression(type, scope, 'part')))
  const target = alias === null ? null : readTarget(reader, alias, scope)
  const names = target === null ? [] : targetNames(target)
  const inside = openBlock(reader, scope, { kind: 'handler', subject, names, of, span: spanOf(clause) })
  if (target !== null) {
    const span = spanFrom(types[0] ?? clause, alias ?? clause)
    bindTarget(reader, inside, target, { via: 'exception', value: subject, type: null, span })
  }
  readSuite(reader, childOfType(clause, 'block'), inside)
}

function headerOf(clause: SyntaxNode): { readonly types: readonly SyntaxNode[]; readonly alias: SyntaxNode | null } {
  const values = childrenAt(clause, 'value')
  const [first] = values
  const [type, alias] = first?.children ?? []
  if (first?.type === 'as_pattern' && type !== undefined) return { types: [type], alias: alias ?? null }
  return { types: values, alias: childAt(clause, 'alias') }
}

function readTypes(types: readonly Expression[]): Expression | null {
  const [first] = types
  const last = types.at(-1)
  if (first === undefined || last === undefined) return null
  return types.length === 1 ? first : { kind: 'tuple', items: types, span: spanFrom(first.span, last.span) }
}
