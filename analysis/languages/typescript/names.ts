import type { ts } from 'ts-morph'
import type { Expression, NameExpression } from '../../model/expression.ts'
import type { Span } from '../../model/source.ts'
import { literal } from './literals.ts'
import { addBinding, spanOf, unknown, type ExpressionReader, type Reader, type Scope } from './reader.ts'

export function name(text: string, span: Span): NameExpression {
  return { kind: 'name', name: text, span }
}

/** A name that is missing where the text has an error is empty. */
export const readName: ExpressionReader<ts.Identifier> = (reader, node) => {
  if (node.text === 'undefined') return literal(reader, node, null)
  return node.text === '' ? unknown(reader, node) : name(node.text, spanOf(reader, node))
}

/**
 * `this`, found like any other name. A function that has one of its own, but is no method, hides the one outside.
 */
export const readThis: ExpressionReader = (reader, node, scope) => {
  hideOuterThis(reader, scope)
  return name('this', spanOf(reader, node))
}

function hideOuterThis(reader: Reader, scope: Scope): void {
  const owner = reader.facts.functions[scope.self]
  if (owner === undefined || owner.kind === 'method' || owner.kind === 'module' || owner.kind === 'class-body') return
  if (owner.bindings.some(({ target }) => target === 'this')) return
  const span = { start: owner.nameSpan.start, end: owner.nameSpan.start }
  const inside = { ...scope, function: scope.self, block: null }
  addBinding(reader, inside, { target: 'this', targetSpan: span, via: 'declared', position: null, value: null, type: null, span })
}

export const readSuper: ExpressionReader = (reader, node) => name('super', spanOf(reader, node))

export const readMember: ExpressionReader<ts.PropertyAccessExpression> = (reader, node, scope) => ({
  kind: 'member',
  object: reader.expression(node.expression, scope, 'part'),
  name: node.name.text,
  span: spanOf(reader, node),
})

export const readIndex: ExpressionReader<ts.ElementAccessExpression> = (reader, node, scope): Expression => {
  const object = reader.expression(node.expression, scope, 'part')
  return { kind: 'index', object, key: reader.expression(node.argumentExpression, scope, 'part'), span: spanOf(reader, node) }
}

/** The name or text that a property is written with; `null` where it is computed. */
export function keyText(reader: Reader, node: ts.Node): string | null {
  const { ts } = reader
  if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node) || ts.isStringLiteralLike(node) || ts.isNumericLiteral(node)) return node.text
  return ts.isComputedPropertyName(node) && ts.isStringLiteralLike(node.expression) ? node.expression.text : null
}

/** A property's name as an expression; a computed one is read. */
export function readKey(reader: Reader, node: ts.PropertyName, scope: Scope): Expression {
  const text = keyText(reader, node)
  if (text !== null) return literal(reader, node, text)
  return reader.ts.isComputedPropertyName(node) ? reader.expression(node.expression, scope, 'part') : unknown(reader, node)
}
