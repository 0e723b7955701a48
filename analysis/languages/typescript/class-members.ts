import type { ts } from 'ts-morph'
import type { Decorator } from '../../model/file-facts.ts'
import type { Body } from './class-draft.ts'
import { afterSpace, readDecorators } from './decorators.ts'
import { addFunction, objectParameter, openFunction, readNamedFunction, type FunctionNode, type Naming } from './functions.ts'
import { keyText } from './names.ts'
import { addBinding, readStatements, spanOf, startOf, typeOf, type Reader } from './reader.ts'

/** What is in a class, an interface or an object type's body. */
export function readClassMembers(reader: Reader, members: readonly (ts.ClassElement | ts.TypeElement)[], scope: Body): void {
  for (const [index, member] of members.entries()) {
    if (!isOverload(reader, member, members[index + 1])) readMember(reader, member, scope)
  }
}

/** A signature that is followed by another one, or by the method itself. */
function isOverload(reader: Reader, member: ts.Node, next: ts.Node | undefined): boolean {
  const { ts } = reader
  if (next === undefined || member.kind !== next.kind) return false
  if (ts.isConstructorDeclaration(member)) return member.body === undefined
  if (!ts.isMethodDeclaration(member) || !ts.isMethodDeclaration(next) || member.body !== undefined) return false
  return keyText(reader, member.name) === keyText(reader, next.name)
}

function readMember(reader: Reader, member: ts.Node, scope: Body): void {
  const { ts } = reader
  if (ts.isPropertyDeclaration(member)) readField(reader, member, scope)
  else if (ts.isMethodDeclaration(member) || ts.isGetAccessor(member) || ts.isSetAccessor(member)) readMethod(reader, member, scope, readDecorators(reader, member, scope))
  else if (ts.isMethodSignature(member)) readMethod(reader, member, scope, [])
  else if (ts.isConstructorDeclaration(member)) readConstructor(reader, member, scope)
  else if (ts.isPropertySignature(member)) readSignature(reader, member, scope)
  else if (ts.isClassStaticBlockDeclaration(member)) readStaticBlock(reader, member, scope)
}

function readMethod(reader: Reader, node: Exclude<FunctionNode, ts.ConstructorDeclaration | ts.FunctionExpression | ts.ArrowFunction | ts.FunctionDeclaration>, scope: Body, decorators: Decorator[]): void {
  const name = keyText(reader, node.name)
  if (reader.ts.isComputedPropertyName(node.name) && name === null) reader.expression(node.name.expression, scope, 'part')
  addMethod(reader, node, scope, { name: name ?? '<computed>', nameSpan: spanOf(reader, node.name) }, decorators)
}

function readConstructor(reader: Reader, node: ts.ConstructorDeclaration, scope: Body): void {
  const modifier = node.modifiers?.at(-1)
  const start = modifier === undefined ? startOf(reader, node) : afterSpace(reader.text, modifier.end)
  addMethod(reader, node, scope, { name: 'constructor', nameSpan: { start, end: start + 'constructor'.length } }, [])
}

/** What sets a value is no method that someone calls by its name. */
function addMethod(reader: Reader, node: FunctionNode, scope: Body, naming: Pick<Naming, 'name' | 'nameSpan'>, decorators: Decorator[]): void {
  const index = addFunction(reader, node, scope, { kind: 'method', ...naming, class: scope.class }, decorators)
  if (!reader.ts.isSetAccessor(node)) registerMethod(reader, scope, naming.name, index)
}

function registerMethod(reader: Reader, scope: Body, name: string, index: number): void {
  const owner = reader.facts.classes[scope.class]
  if (owner !== undefined) owner.methods[name] = index
}

/** It runs once, like a static method that the class calls itself. */
function readStaticBlock(reader: Reader, node: ts.ClassStaticBlockDeclaration, scope: Body): void {
  const span = spanOf(reader, node)
  const nameSpan = { start: span.start, end: span.start + 'static'.length }
  const index = openFunction(reader, scope, { kind: 'method', name: '<static>', nameSpan, class: scope.class }, span)
  markStatic(reader, index)
  reader.facts.functions[index]?.parameters.push(objectParameter(nameSpan))
  readStatements(reader, node.body.statements, { ...scope, function: index, class: null, self: index })
}

function isStatic({ ts }: Reader, node: ts.PropertyDeclaration): boolean {
  return node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword) === true
}

function markStatic(reader: Reader, index: number): void {
  const facts = reader.facts.functions[index]
  if (facts !== undefined) facts.isStatic = true
}

/** A field that holds a function is a method. One without type, value and decorators says nothing that an assignment does not. */
function readField(reader: Reader, node: ts.PropertyDeclaration, scope: Body): void {
  const decorators = readDecorators(reader, node, scope)
  const target = keyText(reader, node.name)
  if (target === null) {
    readComputed(reader, node, scope)
    return
  }
  const targetSpan = spanOf(reader, node.name)
  const type = typeOf(reader, node.type)
  const naming = { kind: 'method', name: target, nameSpan: targetSpan, class: scope.class } as const
  const method = node.initializer === undefined ? null : readNamedFunction(reader, node.initializer, scope, naming, decorators)
  if (method?.kind === 'function') {
    registerMethod(reader, scope, target, method.function)
    if (isStatic(reader, node)) markStatic(reader, method.function)
    return
  }
  const value = node.initializer === undefined ? null : reader.expression(node.initializer, scope, 'assigned')
  if (value === null && type === null && decorators.length === 0) return
  const given = decorators.length > 0 ? { decorators } : {}
  addBinding(reader, scope, { target, targetSpan, via: value === null ? 'declared' : 'assign', position: null, value, type, ...given, span: spanOf(reader, node) })
}

function readComputed(reader: Reader, { name, initializer }: ts.PropertyDeclaration, scope: Body): void {
  if (reader.ts.isComputedPropertyName(name)) reader.expression(name.expression, scope, 'part')
  if (initializer !== undefined) reader.expression(initializer, scope, 'assigned')
}

function readSignature(reader: Reader, node: ts.PropertySignature, scope: Body): void {
  const target = keyText(reader, node.name)
  if (target === null) return
  addBinding(reader, scope, { target, targetSpan: spanOf(reader, node.name), via: 'declared', position: null, value: null, type: typeOf(reader, node.type), span: spanOf(reader, node) })
}
