import type { ts } from 'ts-morph'
import type { Expression, LiteralExpression } from '../../model/expression.ts'
import { spanOf, unknown, type ExpressionReader, type Reader } from './reader.ts'

/** The value of a literal in the text. */
export function literal(reader: Reader, node: ts.Node, value: LiteralExpression['value']): LiteralExpression {
  return { kind: 'literal', value, span: spanOf(reader, node) }
}

export const readText: ExpressionReader<ts.StringLiteralLike> = (reader, node) => literal(reader, node, node.text)

/** Integers too large to be told apart as numbers are unknown. */
export const readNumber: ExpressionReader<ts.NumericLiteral> = (reader, node) => {
  const value = Number(node.text)
  const isExact = Number.isInteger(value) ? Number.isSafeInteger(value) : Number.isFinite(value)
  return isExact ? literal(reader, node, value) : unknown(reader, node)
}

export const readTrue: ExpressionReader = (reader, node) => literal(reader, node, true)
export const readFalse: ExpressionReader = (reader, node) => literal(reader, node, false)
export const readNull: ExpressionReader = (reader, node) => literal(reader, node, null)

export const readTemplate: ExpressionReader<ts.TemplateExpression> = (reader, node, scope) => {
  const texts = [node.head.text]
  const holes: Expression[] = []
  for (const { expression, literal: after } of node.templateSpans) {
    holes.push(reader.expression(expression, scope, 'part'))
    texts.push(after.text)
  }
  return { kind: 'template', texts, holes, span: spanOf(reader, node) }
}
