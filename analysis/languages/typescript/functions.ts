import type { ts } from 'ts-morph'
import type { FunctionExpression } from '../../model/expression.ts'
import type { Decorator, FunctionFacts } from '../../model/file-facts.ts'
import type { Span } from '../../model/source.ts'
import { bareExpression } from './bare.ts'
import { undecoratedSpan } from './decorators.ts'
import { readParameters } from './parameters.ts'
import { addExit, enclosingFunction, readStatements, spanOf, startOf, typeOf, type Draft, type ExpressionReader, type Reader, type Scope, type StatementReader } from './reader.ts'

export type FunctionNode = ts.FunctionLikeDeclaration | ts.MethodSignature

/** What a function is called, and by whom. */
export type Naming = Pick<FunctionFacts, 'kind' | 'name' | 'nameSpan' | 'class'>

/** Adds a function with all that is in it, and returns its index. */
export function addFunction(reader: Reader, node: FunctionNode, scope: Scope, naming: Naming, decorators: Decorator[] = []): number {
  const { ts } = reader
  const index = openFunction(reader, scope, naming, undecoratedSpan(reader, node, decorators))
  const facts = reader.facts.functions[index]
  if (facts === undefined) return index
  facts.decorators = decorators
  const isMethod = naming.kind === 'method'
  const ownThis = isMethod || !ts.isArrowFunction(node)
  const inside = { function: index, block: null, class: null, self: ownThis ? index : scope.self, isInSwitch: false, depth: 0 }
  if (isMethod) facts.parameters.push(objectParameter(naming.nameSpan))
  facts.parameters.push(...readParameters(reader, node.parameters, inside, scope))
  facts.returnType = typeOf(reader, node.type)
  readModifiers(reader, node, facts)
  const body = ts.isMethodSignature(node) ? undefined : node.body
  if (body === undefined) facts.isDeclaration = true
  else if (ts.isBlock(body)) readStatements(reader, body.statements, inside)
  else addExit(reader, inside, { kind: 'return', value: reader.expression(body, inside, 'returned'), span: spanOf(reader, body) })
  return index
}

/** What a method is called on. */
export function objectParameter({ start }: Span): FunctionFacts['parameters'][number] {
  return { name: 'this', kind: 'positional-only', type: null, default: null, span: { start, end: start } }
}

function readModifiers(reader: Reader, node: FunctionNode, facts: Draft<FunctionFacts>): void {
  const { SyntaxKind } = reader.ts
  for (const { kind } of node.modifiers ?? []) {
    if (kind === SyntaxKind.AsyncKeyword) facts.isAsync = true
    else if (kind === SyntaxKind.StaticKeyword) facts.isStatic = true
  }
  if ('asteriskToken' in node && node.asteriskToken !== undefined) facts.isGenerator = true
  if (reader.ts.isGetAccessor(node)) facts.isGetter = true
}

/** Adds a function with nothing inside yet, written at `scope`, and returns its index. What is written inside a field's value sees its object. */
export function openFunction(reader: Reader, scope: Scope, naming: Naming, span: Span): number {
  const around = naming.kind === 'lambda' ? scope : enclosingFunction(reader, scope)
  const facts = emptyFunction(naming, span)
  facts.parent = around.function
  facts.block = around.block
  return reader.facts.functions.push(facts) - 1
}

/** A function that is written nowhere: the module body, until it gets a place. */
export function emptyFunction({ kind, name, nameSpan, class: owner }: Naming, span: Span): Draft<FunctionFacts> {
  return {
    name,
    kind,
    parent: null,
    class: owner,
    block: null,
    parameters: [],
    decorators: [],
    returnType: null,
    isAsync: false,
    isGenerator: false,
    bindings: [],
    exits: [],
    documentation: null,
    span,
    nameSpan,
  }
}

/** A function expression or an arrow function that nothing names. */
export const readInlineFunction: ExpressionReader<ts.FunctionExpression | ts.ArrowFunction> = (reader, node, scope) => {
  const named = node.name === undefined ? null : spanOf(reader, node.name)
  const start = startOf(reader, node)
  return functionExpression(reader, node, scope, { kind: 'lambda', name: node.name?.text ?? '<lambda>', nameSpan: named ?? { start, end: start }, class: null })
}

function functionExpression(reader: Reader, node: FunctionNode, scope: Scope, naming: Naming, decorators?: Decorator[]): FunctionExpression {
  return { kind: 'function', function: addFunction(reader, node, scope, naming, decorators), span: spanOf(reader, node) }
}

/** A value that takes the name of what it is given to, where it is a function; `null` where it is none. */
export function readNamedFunction(reader: Reader, node: ts.Expression, scope: Scope, naming: Naming, decorators?: Decorator[]): FunctionExpression | null {
  const inner = bareExpression(reader, node)
  if (!reader.ts.isArrowFunction(inner) && !reader.ts.isFunctionExpression(inner)) return null
  return functionExpression(reader, inner, scope, naming, decorators)
}

export const readFunctionDeclaration: StatementReader<ts.FunctionDeclaration> = (reader, node, scope) => {
  const start = startOf(reader, node)
  const nameSpan = node.name === undefined ? { start, end: start } : spanOf(reader, node.name)
  addFunction(reader, node, scope, { kind: 'function', name: node.name?.text ?? 'default', nameSpan, class: null })
}
