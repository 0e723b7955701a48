import type { Expression } from '../../model/expression.ts'
import { childAt, childrenAt, spanFrom, spanOf } from './nodes.ts'
import { openBlock, readInside, readSuite, textOf, type Reader, type Scope, type StatementReader } from './reader.ts'
import type { SyntaxNode } from './syntax-tree.ts'
import { bindTarget } from './targets.ts'

/** An `elif` is an `if` inside the other branch of the one before. */
export const readIf: StatementReader = (reader, node, scope) => {
  let branch = readBranch(reader, node, scope)
  for (const clause of childrenAt(node, 'alternative')) {
    const span = spanFrom(clause, node)
    const inside = openBlock(reader, branch.otherwise, { kind: 'branch', form: 'otherwise', of: branch.block, span })
    if (clause.type === 'elif_clause') branch = readBranch(reader, clause, inside)
    else readSuite(reader, childAt(clause, 'body'), inside)
  }
}

interface Branch {
  /** The block that runs where the condition holds. */
  readonly block: number | null
  /** The scope that holds where it does not. */
  readonly otherwise: Scope
}

function readBranch(reader: Reader, node: SyntaxNode, scope: Scope): Branch {
  const conditionNode = childAt(node, 'condition')
  const condition = conditionNode === null ? null : reader.expression(conditionNode, scope, 'part')
  const suite = childAt(node, 'consequence')
  const inside = openBlock(reader, scope, { kind: 'branch', form: 'then', subject: condition, span: spanFrom(node, suite ?? conditionNode ?? node) })
  readSuite(reader, suite, isTypeChecking(condition) ? { ...inside, typeOnly: true } : inside)
  const isChecked = condition?.kind === 'operation' && condition.operator === 'not' && isTypeChecking(condition.operands[0])
  return { block: inside.block, otherwise: isChecked ? { ...scope, typeOnly: true } : scope }
}

function isTypeChecking(condition: Expression | null | undefined): boolean {
  return (condition?.kind === 'name' || condition?.kind === 'member') && condition.name === 'TYPE_CHECKING'
}

/** Every case is a branch of its own; what it takes apart is unknown. */
export const readMatch: StatementReader = (reader, node, scope) => {
  for (const subject of childrenAt(node, 'subject')) reader.expression(subject, scope, 'part')
  for (const clause of childAt(node, 'body')?.children ?? []) {
    if (clause.type === 'case_clause') readCase(reader, clause, scope)
    else reader.statement(clause, scope)
  }
}

function readCase(reader: Reader, clause: SyntaxNode, scope: Scope): void {
  const patterns = clause.children.filter((child) => child.type === 'case_pattern')
  const captures = patterns.flatMap((pattern) => capturesIn(reader, pattern))
  const names = captures.map((capture) => textOf(reader, capture))
  const inside = openBlock(reader, scope, { kind: 'branch', form: 'then', names, span: spanOf(clause) })
  for (const capture of captures) {
    const target = { kind: 'path', path: textOf(reader, capture), span: spanOf(capture) } as const
    bindTarget(reader, inside, target, { via: 'unpacked', value: null, type: null, span: spanOf(capture) })
  }
  const guard = childAt(clause, 'guard')
  if (guard !== null) readInside(reader, guard, inside)
  readSuite(reader, childAt(clause, 'consequence'), inside)
}

/** The nodes whose text is a name that the pattern binds. */
function capturesIn(reader: Reader, node: SyntaxNode): SyntaxNode[] {
  if (node.type === 'identifier') return [node]
  if (node.type === 'dotted_name') return textOf(reader, node).includes('.') ? [] : [node]
  const named = node.type === 'class_pattern' || node.type === 'keyword_pattern'
  return node.children.slice(named ? 1 : 0).flatMap((child) => capturesIn(reader, child))
}
