import type { ts } from 'ts-morph'
import type { Expression } from '../../model/expression.ts'
import { name } from './names.ts'
import { spanOf, unknown, type Reader } from './reader.ts'

/** What is named with more members than this was not written by a person. */
const mostMembers = 100

/** `A.B.C` in a type, below `object` where there is one. */
export function readEntity(reader: Reader, node: ts.EntityName, object: Expression | null = null): Expression {
  const members: ts.QualifiedName[] = []
  let first = node
  while (reader.ts.isQualifiedName(first)) {
    members.push(first)
    first = first.left
    if (members.length > mostMembers) return unknown(reader, node)
  }
  const span = spanOf(reader, first)
  const start: Expression = object === null ? name(first.text, span) : { kind: 'member', object, name: first.text, span }
  return members.reduceRight((below: Expression, member) => ({ kind: 'member', object: below, name: member.right.text, span: spanOf(reader, member) }), start)
}
