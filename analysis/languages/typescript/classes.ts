import type { ts } from 'ts-morph'
import type { Expression } from '../../model/expression.ts'
import type { Decorator } from '../../model/file-facts.ts'
import type { Span } from '../../model/source.ts'
import { readClassMembers } from './class-members.ts'
import { readDecorators } from './decorators.ts'
import { openFunction } from './functions.ts'
import { name } from './names.ts'
import { spanOf, unknown, type ExpressionReader, type Reader, type Scope, type StatementReader } from './reader.ts'

/** What a class is called. */
interface ClassNaming {
  readonly name: string
  readonly nameSpan: Span
}

/** Adds a class, an interface or an enumeration with nothing inside yet, and returns the scope of its body. */
export function openClass(reader: Reader, node: ts.Node, scope: Scope, naming: ClassNaming, decorators: Decorator[] = []): Scope & { readonly class: number } {
  const { classes, functions } = reader.facts
  const index = classes.length
  const span = spanOf(reader, node)
  const body = openFunction(reader, scope, { kind: 'class-body', ...naming, class: index }, span)
  const owner = functions[body]?.parent ?? 0
  classes.push({ ...naming, bases: [], keywords: [], decorators, function: owner, parent: scope.class, body, methods: {}, span })
  return { function: body, block: null, class: index, self: body, isInSwitch: false, depth: 0 }
}

function addClass(reader: Reader, node: ts.ClassLikeDeclaration, scope: Scope, naming: ClassNaming): void {
  const decorators = readDecorators(reader, node, scope)
  const inside = openClass(reader, node, scope, naming, decorators)
  readHeritage(reader, node.heritageClauses, scope, inside.class)
  readClassMembers(reader, node.members, inside)
}

/** What is extended and, for a class, what is implemented. */
export function readHeritage(reader: Reader, clauses: readonly ts.HeritageClause[] | undefined, scope: Scope, index: number): void {
  const facts = reader.facts.classes[index]
  for (const { token, types } of clauses ?? []) {
    const read = types.map((type) => readBase(reader, type, scope))
    if (facts === undefined) continue
    if (token === reader.ts.SyntaxKind.ExtendsKeyword) facts.bases.push(...read)
    else facts.implements = read
  }
}

/** `Repository<User>` */
function readBase(reader: Reader, node: ts.ExpressionWithTypeArguments, scope: Scope): Expression {
  const object = reader.expression(node.expression, scope, 'part')
  return withTypeArguments(reader, node, object, node.typeArguments)
}

/** `Map<string, User>` is an index by one type or a tuple of them. */
export function withTypeArguments(reader: Reader, node: ts.Node, object: Expression, written: readonly ts.TypeNode[] | undefined): Expression {
  const [first, ...more] = (written ?? []).map((type) => reader.type(type))
  if (first === undefined) return object
  const last = more.at(-1) ?? first
  const key: Expression = more.length === 0 ? first : { kind: 'tuple', items: [first, ...more], span: { start: first.span.start, end: last.span.end } }
  return { kind: 'index', object, key, span: spanOf(reader, node) }
}

function namingOf(reader: Reader, node: ts.ClassLikeDeclaration, otherwise: string): ClassNaming {
  if (node.name !== undefined) return { name: node.name.text, nameSpan: spanOf(reader, node.name) }
  const start = node.getStart(reader.source)
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
