import type { ts } from 'ts-morph'
import { openClass, readHeritage, type ClassNaming } from './class-draft.ts'
import { readClassMembers } from './class-members.ts'
import { readDecorators } from './decorators.ts'
import { objectParameter } from './functions.ts'
import { name } from './names.ts'
import { spanOf, startOf, unknown, type ExpressionReader, type Reader, type Scope, type StatementReader } from './reader.ts'

function addClass(reader: Reader, node: ts.ClassLikeDeclaration, scope: Scope, naming: ClassNaming): void {
  const decorators = readDecorators(reader, node, scope)
  const inside = openClass(reader, node, scope, naming, decorators)
  reader.facts.functions[inside.function]?.parameters.push(objectParameter(naming.nameSpan))
  readHeritage(reader, node.heritageClauses, scope, inside.class)
  readClassMembers(reader, node.members, inside)
}

function namingOf(reader: Reader, node: ts.ClassLikeDeclaration, otherwise: string): ClassNaming {
  if (node.name !== undefined) return { name: node.name.text, nameSpan: spanOf(reader, node.name) }
  const start = startOf(reader, node)
  return { name: otherwise, nameSpan: { start, end: start } }
}

export const readClass: StatementReader<ts.ClassDeclaration> = (reader, node, scope) => {
  addClass(reader, node, scope, namingOf(reader, node, 'default'))
}

/** A class in place is known by its own name, where it has one. */
export const readClassExpression: ExpressionReader<ts.ClassExpression> = (reader, node, scope) => {
  addClass(reader, node, scope, namingOf(reader, node, '<class>'))
  return node.name === undefined ? unknown(reader, node) : name(node.name.text, spanOf(reader, node))
}

/** Adds a class that takes the name of what it is given to. */
export function readNamedClass(reader: Reader, node: ts.ClassExpression, scope: Scope, naming: ClassNaming): void {
  addClass(reader, node, scope, naming)
}
