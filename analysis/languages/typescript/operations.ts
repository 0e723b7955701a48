import type { ts } from 'ts-morph'
import type { Expression } from '../../model/expression.ts'
import { assignmentOperator, readAssignment, readStep } from './assignments.ts'
import { literal } from './literals.ts'
import { spanOf, type ExpressionReader, type Reader, type Use } from './reader.ts'

function operation(reader: Reader, node: ts.Node, operator: string, operands: readonly Expression[]): Expression {
  return { kind: 'operation', operator, operands, span: spanOf(reader, node) }
}

/** A part whose own value says nothing about what is done with the whole. */
function testedUse(use: Use): Use {
  return use === 'statement' || use === 'discarded' ? 'part' : use
}

/** Assignments, logic, arithmetic and the comma. */
export const readBinary: ExpressionReader<ts.BinaryExpression> = (reader, node, scope, use) => {
  const { SyntaxKind } = reader.ts
  const kind = node.operatorToken.kind
  if (assignmentOperator(reader.ts, kind) !== null) return readAssignment(reader, node, scope, use)
  if (kind === SyntaxKind.CommaToken) {
    reader.expression(node.left, scope, 'statement')
    return reader.expression(node.right, scope, use)
  }
  const isLogic = kind === SyntaxKind.AmpersandAmpersandToken || kind === SyntaxKind.BarBarToken || kind === SyntaxKind.QuestionQuestionToken
  const left = reader.expression(node.left, scope, isLogic ? testedUse(use) : 'part')
  const right = reader.expression(node.right, scope, isLogic ? use : 'part')
  return operation(reader, node, reader.ts.tokenToString(kind) ?? '', [left, right])
}

/** A sign before a number belongs to it. */
export const readPrefix: ExpressionReader<ts.PrefixUnaryExpression> = (reader, node, scope) => {
  const { SyntaxKind } = reader.ts
  if (node.operator === SyntaxKind.PlusPlusToken || node.operator === SyntaxKind.MinusMinusToken) return readStep(reader, node, scope)
  const value = reader.expression(node.operand, scope, 'part')
  if (node.operator === SyntaxKind.ExclamationToken) return operation(reader, node, 'not', [value])
  const isSign = node.operator === SyntaxKind.MinusToken || node.operator === SyntaxKind.PlusToken
  if (!isSign || value.kind !== 'literal' || typeof value.value !== 'number') return operation(reader, node, reader.ts.tokenToString(node.operator) ?? '', [value])
  return literal(reader, node, node.operator === SyntaxKind.MinusToken ? 0 - value.value : value.value)
}

export const readPostfix: ExpressionReader<ts.PostfixUnaryExpression> = (reader, node, scope) => readStep(reader, node, scope)

export const readTypeof: ExpressionReader<ts.TypeOfExpression> = (reader, node, scope) =>
  operation(reader, node, 'typeof', [reader.expression(node.expression, scope, 'part')])

/** `a ? b : c`: either branch is used as the whole is. */
export const readConditional: ExpressionReader<ts.ConditionalExpression> = (reader, node, scope, use) => {
  const condition = reader.expression(node.condition, scope, 'part')
  const whenTrue = reader.expression(node.whenTrue, scope, use)
  return { kind: 'conditional', condition, whenTrue, whenFalse: reader.expression(node.whenFalse, scope, use), span: spanOf(reader, node) }
}

/** `void f()` drops the value of the call in so many words; its own value is none. */
export const readVoid: ExpressionReader<ts.VoidExpression> = (reader, node, scope) => {
  reader.expression(node.expression, scope, 'discarded')
  return literal(reader, node, null)
}

/** `await` changes how a call runs, not what it stands for. */
export const readAwait: ExpressionReader<ts.AwaitExpression> = (reader, node, scope, use) => {
  const value = reader.expression(node.expression, scope, use)
  markAwaited(reader, value)
  return value
}

/** Of several calls, all those that the value may come from. */
function markAwaited(reader: Reader, value: Expression): void {
  if (value.kind === 'conditional') for (const part of [value.whenTrue, value.whenFalse]) markAwaited(reader, part)
  else if (value.kind === 'operation' && /^(?:\|\||&&|\?\?)$/.test(value.operator)) for (const part of value.operands) markAwaited(reader, part)
  const call = value.kind === 'call' ? reader.facts.calls[value.call] : undefined
  if (call !== undefined) call.awaited = true
}

/** Parentheses and what only a type checker has a use for. */
export const readInner: ExpressionReader<ts.Node & { readonly expression: ts.Expression }> = (reader, node, scope, use) =>
  reader.expression(node.expression, scope, use)
