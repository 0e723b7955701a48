import type { Expression } from '../../model/expression.ts'
import { spanFrom, spanOf } from './nodes.ts'
import { readUnknown, textOf, unknown, type ExpressionReader } from './reader.ts'

/** Annotations are expressions; these are the forms that the grammar knows in annotations alone. */
const readWrapped: ExpressionReader = (reader, node, scope) => {
  const [inner] = node.children
  return inner === undefined ? unknown(node) : reader.expression(inner, scope, 'part')
}

/** `dict[str, int]` */
const readGeneric: ExpressionReader = (reader, node, scope) => {
  const [base, parameters] = node.children
  if (base === undefined || parameters === undefined) return unknown(node)
  const object = reader.expression(base, scope, 'part')
  const items = parameters.children.map((child) => reader.expression(child, scope, 'part'))
  const [first] = items
  const last = items.at(-1)
  if (first === undefined || last === undefined) return unknown(node)
  const key: Expression = items.length === 1 ? first : { kind: 'tuple', items, span: spanFrom(first.span, last.span) }
  return { kind: 'index', object, key, span: spanOf(node) }
}

/** `int | None` */
const readUnion: ExpressionReader = (reader, node, scope) => {
  const operands = node.children.map((child) => reader.expression(child, scope, 'part'))
  return { kind: 'operation', operator: '|', operands, span: spanOf(node) }
}

/** `module.Type`, where the module is written as a type. */
const readMember: ExpressionReader = (reader, node, scope) => {
  const [object, name] = node.children
  if (object === undefined || name === undefined) return unknown(node)
  return { kind: 'member', object: reader.expression(object, scope, 'part'), name: textOf(reader, name), span: spanOf(node) }
}

export const typeReaders: Readonly<Record<string, ExpressionReader>> = {
  type: readWrapped,
  generic_type: readGeneric,
  union_type: readUnion,
  member_type: readMember,
  splat_type: readUnknown,
  constrained_type: readUnknown,
}
