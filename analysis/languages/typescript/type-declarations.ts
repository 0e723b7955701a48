import type { ts } from 'ts-morph'
import type { Expression } from '../../model/expression.ts'
import { openClass, readHeritage } from './class-draft.ts'
import { readClassMembers } from './class-members.ts'
import { literal } from './literals.ts'
import { keyText } from './names.ts'
import { addBinding, spanOf, unknown, type Reader, type Scope, type StatementReader } from './reader.ts'

export const readInterface: StatementReader<ts.InterfaceDeclaration> = (reader, node, scope) => {
  const inside = openClass(reader, node, scope, { name: node.name.text, nameSpan: spanOf(reader, node.name) })
  readHeritage(reader, node.heritageClauses, scope, inside.class)
  readClassMembers(reader, node.members, inside)
}

export const readTypeAlias: StatementReader<ts.TypeAliasDeclaration> = (reader, node, scope) => {
  const type = reader.type(node.type)
  addBinding(reader, scope, { target: node.name.text, targetSpan: spanOf(reader, node.name), via: 'alias', position: null, value: null, type, span: spanOf(reader, node) })
}

/** A member without a value has the number after that of the member before. */
export const readEnum: StatementReader<ts.EnumDeclaration> = (reader, node, scope) => {
  const inside = openClass(reader, node, scope, { name: node.name.text, nameSpan: spanOf(reader, node.name) })
  let next: number | null = 0
  for (const member of node.members) {
    const value = readEnumValue(reader, member, inside, next)
    next = value.kind === 'literal' && typeof value.value === 'number' ? value.value + 1 : null
    const target = keyText(reader, member.name)
    if (target === null) continue
    addBinding(reader, inside, { target, targetSpan: spanOf(reader, member.name), via: 'assign', position: null, value, type: null, span: spanOf(reader, member) })
  }
}

function readEnumValue(reader: Reader, member: ts.EnumMember, scope: Scope, next: number | null): Expression {
  if (member.initializer !== undefined) return reader.expression(member.initializer, scope, 'assigned')
  return next === null ? unknown(reader, member) : literal(reader, member, next)
}
