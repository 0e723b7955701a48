import type { Expression } from '../../model/expression.ts'
import type { Span } from '../../model/source.ts'
import { childAt, spanFrom, spanOf } from './nodes.ts'
import { readUnknown, unknown, type ExpressionReader } from './reader.ts'
import type { SyntaxNode } from './syntax-tree.ts'

function operation(operator: string, operands: readonly Expression[], span: Span): Expression {
  return { kind: 'operation', operator, operands, span: spanOf(span) }
}

/** Arithmetic. */
export const readBinary: ExpressionReader = (reader, node, scope) => {
  const [left, operator, right] = sidesOf(node)
  if (left === null || operator === null || right === null) return readUnknown(reader, node, scope)
  const operands = [reader.expression(left, scope, 'part'), reader.expression(right, scope, 'part')]
  return operation(operator.type, operands, node)
}

/** `and`, `or`. What the right side gives is what the whole gives. */
export const readLogic: ExpressionReader = (reader, node, scope, use) => {
  const [left, operator, right] = sidesOf(node)
  if (left === null || operator === null || right === null) return readUnknown(reader, node, scope)
  const operands = [reader.expression(left, scope, use === 'statement' ? 'part' : use), reader.expression(right, scope, use)]
  return operation(operator.type, operands, node)
}

function sidesOf(node: SyntaxNode): readonly [SyntaxNode | null, SyntaxNode | null, SyntaxNode | null] {
  return [childAt(node, 'left'), childAt(node, 'operator'), childAt(node, 'right')]
}

/** A chain says that each of its comparisons holds: `a < b < c` is `a < b and b < c`. */
export const readComparison: ExpressionReader = (reader, node, scope) => {
  const operators = node.children.filter((child) => child.field === 'operators')
  const operands = node.children.filter((child) => child.field !== 'operators').map((child) => reader.expression(child, scope, 'part'))
  const pairs: Expression[] = []
  for (const [index, operator] of operators.entries()) {
    const left = operands[index]
    const right = operands[index + 1]
    if (left === undefined || right === undefined) return unknown(node)
    pairs.push(operation(operator.type, [left, right], spanFrom(left.span, right.span)))
  }
  const [only] = pairs
  if (only === undefined) return unknown(node)
  return pairs.length === 1 ? { ...only, span: spanOf(node) } : operation('and', pairs, node)
}

export const readNot: ExpressionReader = (reader, node, scope) => {
  const argument = childAt(node, 'argument')
  return argument === null ? unknown(node) : operation('not', [reader.expression(argument, scope, 'part')], node)
}

/** A sign before a number belongs to it. */
export const readUnary: ExpressionReader = (reader, node, scope) => {
  const argument = childAt(node, 'argument')
  const sign = childAt(node, 'operator')
  if (argument === null || sign === null) return readUnknown(reader, node, scope)
  const value = reader.expression(argument, scope, 'part')
  if (value.kind !== 'literal' || typeof value.value !== 'number' || sign.type === '~') return operation(sign.type, [value], node)
  return { kind: 'literal', value: sign.type === '-' ? 0 - value.value : value.value, span: spanOf(node) }
}

/** `a if condition else b`: either branch is used as the whole is. */
export const readConditional: ExpressionReader = (reader, node, scope, use) => {
  const [first, second, third] = node.children
  if (first === undefined || second === undefined || third === undefined) return readUnknown(reader, node, scope)
  const whenTrue = reader.expression(first, scope, use)
  const condition = reader.expression(second, scope, 'part')
  return { kind: 'conditional', condition, whenTrue, whenFalse: reader.expression(third, scope, use), span: spanOf(node) }
}
