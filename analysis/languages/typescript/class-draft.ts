import type { ts } from 'ts-morph'
import type { Expression } from '../../model/expression.ts'
import type { Decorator } from '../../model/file-facts.ts'
import type { Span } from '../../model/source.ts'
import { undecoratedSpan } from './decorators.ts'
import { openFunction } from './functions.ts'
import type { Reader, Scope } from './reader.ts'
import { withTypeArguments } from './type-arguments.ts'

/** What a class is called. */
export interface ClassNaming {
  readonly name: string
  readonly nameSpan: Span
}

/** A scope that is the body of a class. */
export type Body = Scope & { readonly class: number }

/** Adds a class, an interface or an enumeration with nothing inside yet, and returns the scope of its body. */
export function openClass(reader: Reader, node: ts.Node, scope: Scope, { name, nameSpan }: ClassNaming, decorators: Decorator[] = []): Body {
  const { classes, functions } = reader.facts
  const index = classes.length
  const span = undecoratedSpan(reader, node, decorators)
  const body = openFunction(reader, scope, { kind: 'class-body', name, nameSpan, class: index }, span)
  const owner = functions[body]?.parent ?? 0
  classes.push({ name, bases: [], keywords: [], decorators, function: owner, parent: scope.class, body, methods: {}, span, nameSpan })
  return { function: body, block: null, class: index, self: body, isInSwitch: false, depth: 0 }
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
