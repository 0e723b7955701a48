import type { ts } from 'ts-morph'
import type { Expression } from '../../model/expression.ts'
import type { Span } from '../../model/source.ts'
import { targetPath } from '../target-path.ts'
import { bareExpression } from './bare.ts'
import { name, readKey } from './names.ts'
import { spanOf, type Reader, type Scope } from './reader.ts'

/** What an assignment, a declaration or a loop gives a value to. */
export type Target = PathTarget | PartsTarget | NoTarget

interface PathTarget {
  readonly kind: 'path'
  readonly path: string
  readonly expression: Expression
  readonly span: Span
}

interface PartsTarget {
  readonly kind: 'parts'
  readonly parts: readonly Part[]
  readonly expression: null
  readonly span: Span
}

interface NoTarget {
  readonly kind: 'none'
  readonly expression: null
  readonly span: Span
}

/** A part of what is taken apart. */
export interface Part {
  readonly target: Target
  /** Of an object; `null` for an item of an array, and for what is left. */
  readonly key: Expression | null
  /** In an array; `null` for a member of an object, and for what is left. */
  readonly position: number | null
  readonly default: Expression | null
  readonly span: Span
}

/** A name or a pattern in a declaration, with the calls in it. */
export function readBindingName(reader: Reader, node: ts.BindingName, scope: Scope): Target {
  const span = spanOf(reader, node)
  if (reader.ts.isIdentifier(node)) return path(node.text, span)
  const parts = reader.nested(node, () => readElements(reader, node, scope))
  return parts === null ? { kind: 'none', expression: null, span } : { kind: 'parts', parts, expression: null, span }
}

function readElements(reader: Reader, node: ts.BindingPattern, scope: Scope): Part[] {
  const { ts } = reader
  if (ts.isObjectBindingPattern(node)) return node.elements.map((element) => readElement(reader, element, scope, null))
  return node.elements.flatMap((element, index) => (ts.isOmittedExpression(element) ? [] : [readElement(reader, element, scope, index)]))
}

function path(text: string, span: Span): Target {
  return text === '' ? { kind: 'none', expression: null, span } : { kind: 'path', path: text, expression: name(text, span), span }
}

function readElement(reader: Reader, element: ts.BindingElement, scope: Scope, position: number | null): Part {
  const isRest = element.dotDotDotToken !== undefined
  const named = element.propertyName ?? (reader.ts.isIdentifier(element.name) ? element.name : undefined)
  const key = isRest || position !== null || named === undefined ? null : readKey(reader, named, scope)
  const target = readBindingName(reader, element.name, scope)
  const given = element.initializer === undefined ? null : reader.expression(element.initializer, scope, 'part')
  return { target, key, position: isRest ? null : position, default: given, span: spanOf(reader, element) }
}

/** The left side of an assignment, with the calls in it. */
export function readTarget(reader: Reader, written: ts.Expression, scope: Scope): Target {
  const node = bareExpression(reader, written)
  const span = spanOf(reader, node)
  if (reader.ts.isIdentifier(node)) return path(node.text, span)
  const nothing = { kind: 'none', expression: null, span } as const
  if (reader.ts.isObjectLiteralExpression(node) || reader.ts.isArrayLiteralExpression(node)) {
    const parts = reader.nested(node, () => readParts(reader, node, scope))
    return parts === null ? nothing : { kind: 'parts', parts, expression: null, span }
  }
  const expression = reader.expression(node, scope, 'part')
  const target = targetPath(expression)
  return target === null ? nothing : { kind: 'path', path: target, expression, span }
}

function readParts(reader: Reader, node: ts.ObjectLiteralExpression | ts.ArrayLiteralExpression, scope: Scope): Part[] {
  const { ts } = reader
  if (ts.isObjectLiteralExpression(node)) return node.properties.flatMap((property) => readProperty(reader, property, scope))
  return node.elements.flatMap((element, index) => (ts.isOmittedExpression(element) ? [] : [readItem(reader, element, scope, index)]))
}

function readProperty(reader: Reader, property: ts.ObjectLiteralElementLike, scope: Scope): Part[] {
  const { ts } = reader
  const span = spanOf(reader, property)
  if (ts.isSpreadAssignment(property)) return [{ target: readTarget(reader, property.expression, scope), key: null, position: null, default: null, span }]
  if (ts.isPropertyAssignment(property)) return [{ ...readWithDefault(reader, property.initializer, scope, readKey(reader, property.name, scope)), position: null, span }]
  if (!ts.isShorthandPropertyAssignment(property)) return []
  const given = property.objectAssignmentInitializer
  const target = readTarget(reader, property.name, scope)
  return [{ target, key: readKey(reader, property.name, scope), position: null, default: given === undefined ? null : reader.expression(given, scope, 'part'), span }]
}

function readItem(reader: Reader, element: ts.Expression, scope: Scope, position: number): Part {
  const isRest = reader.ts.isSpreadElement(element)
  const inner = isRest ? element.expression : element
  return { ...readWithDefault(reader, inner, scope, null), position: isRest ? null : position, span: spanOf(reader, element) }
}

/** `target` or `target = default` */
function readWithDefault(reader: Reader, node: ts.Expression, scope: Scope, key: Expression | null): Pick<Part, 'target' | 'key' | 'default'> {
  const { ts } = reader
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return { target: readTarget(reader, node, scope), key, default: null }
  const target = readTarget(reader, node.left, scope)
  return { target, key, default: reader.expression(node.right, scope, 'part') }
}

/** The plain names in a target, in the order of the text. */
export function targetNames(target: Target): string[] {
  if (target.kind === 'path') return target.expression.kind === 'name' ? [target.path] : []
  return target.kind === 'none' ? [] : target.parts.flatMap((part) => targetNames(part.target))
}
