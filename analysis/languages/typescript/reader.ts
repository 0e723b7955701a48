import type { ts } from 'ts-morph'
import type { Expression, UnknownExpression } from '../../model/expression.ts'
import type { Binding, Block, Call, ClassFacts, Exit, FunctionFacts, Import } from '../../model/file-facts.ts'
import type { Span } from '../../model/source.ts'
import type { Compiler } from './compiler.ts'

/** How a value is used by what is around it. */
export type Use = Call['use']

/** Where in a file the reader is. */
export interface Scope {
  /** Index of the function, or of a class body's pseudo-function. */
  readonly function: number
  /** Index of the innermost block of that function. */
  readonly block: number | null
  /** Index of the class whose body this is, functions inside it excluded. */
  readonly class: number | null
  /** Index of the function whose `this` is seen here. */
  readonly self: number
  /** `break` without a label leaves a `switch`, not a loop. */
  readonly isInSwitch: boolean
  /** How many blocks are around. */
  readonly depth: number
}

/** Blocks further in stand beside each other, so that no one who follows them outwards has far to go. */
const maximumDepth = 200

export type Draft<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? Item[] : T[K] }

/** A name that is given a new value, perhaps one that a function around declares. */
export interface Assignment {
  readonly function: number
  readonly binding: Binding
}

/** The facts of one file while it is read: entries are added on entering a node, so that they come in the order of the text. */
export interface Facts {
  readonly imports: Import[]
  readonly functions: Draft<FunctionFacts>[]
  readonly classes: (Draft<ClassFacts> & { readonly methods: Record<string, number> })[]
  readonly calls: (Draft<Call> & { typeArguments?: readonly Expression[] })[]
  readonly blocks: Draft<Block>[]
  readonly assignments: Assignment[]
}

/** What the readers of single constructs share. Expressions and statements reach each other through it. */
export interface Reader {
  readonly ts: Compiler
  readonly source: ts.SourceFile
  readonly text: string
  readonly facts: Facts
  /** Describes an expression, and adds the calls and functions in it. */
  expression(node: ts.Node, scope: Scope, use: Use): Expression
  /** Adds all that a statement holds. */
  statement(node: ts.Node, scope: Scope): void
  /** Describes a type. */
  type(node: ts.Node): Expression
  /** Reads what is in a node one level further in. `null`: that is too deep. */
  nested<Result>(node: ts.Node, read: () => Result): Result | null
}

export type ExpressionReader<Node extends ts.Node = ts.Node> = (reader: Reader, node: Node, scope: Scope, use: Use) => Expression
export type StatementReader<Node extends ts.Node = ts.Node> = (reader: Reader, node: Node, scope: Scope) => void
export type TypeReader<Node extends ts.Node = ts.Node> = (reader: Reader, node: Node) => Expression

/** The node without the space and comments before it. */
export function spanOf(reader: Reader, node: ts.Node): Span {
  return { start: startOf(reader, node), end: node.end }
}

export function startOf({ text, source }: Reader, node: ts.Node): number {
  return isLetter(text.charCodeAt(node.pos)) ? node.pos : node.getStart(source)
}

/** Of ASCII. Where one stands there is neither space nor a comment. */
function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)
}

export function unknown(reader: Reader, node: ts.Node): UnknownExpression {
  return { kind: 'unknown', span: spanOf(reader, node) }
}

/** Reads what is inside a node whose own meaning is of no interest. */
export function readUnknown(reader: Reader, node: ts.Node, scope: Scope): UnknownExpression {
  reader.ts.forEachChild(node, (child) => {
    reader.expression(child, scope, 'part')
  })
  return unknown(reader, node)
}

/** Reads statements in a row. Of a function that is written with several signatures only the last is read, which has the body. */
export function readStatements(reader: Reader, nodes: readonly ts.Node[], scope: Scope): void {
  nodes.forEach((node, index) => {
    if (!isOverload(reader, node, nodes[index + 1])) reader.statement(node, scope)
  })
}

function isOverload({ ts }: Reader, node: ts.Node, next: ts.Node | undefined): boolean {
  if (!ts.isFunctionDeclaration(node) || node.body !== undefined || next === undefined) return false
  return ts.isFunctionDeclaration(next) && next.name?.text === node.name?.text
}

export function typeOf(reader: Reader, node: ts.TypeNode | undefined): Expression | null {
  return node === undefined ? null : reader.type(node)
}

/** Opens a block inside the scope, and returns the scope inside the block. */
export function openBlock(reader: Reader, scope: Scope, block: Pick<Block, 'kind' | 'span'> & Partial<Block>): Scope & { readonly block: number } {
  const { kind, span, subject = null, form = null, of = null, names = [] } = block
  const { blocks } = reader.facts
  const isDeep = scope.depth >= maximumDepth
  const parent = isDeep && scope.block !== null ? (blocks[scope.block]?.parent ?? null) : scope.block
  const index = blocks.push({ kind, parent, function: scope.function, subject, form, of, names: [...names], span }) - 1
  return { ...scope, block: index, depth: isDeep ? scope.depth : scope.depth + 1 }
}

/** The function whose names are seen from inside: a class body's own names are not seen by the functions in it. */
export function enclosingFunction(reader: Reader, scope: Scope): { readonly function: number; readonly block: number | null } {
  const facts = reader.facts.functions[scope.function]
  if (facts?.kind !== 'class-body') return scope
  return { function: facts.parent ?? 0, block: facts.block }
}

export function addExit(reader: Reader, scope: Scope, { kind, value, span }: Omit<Exit, 'block'>): void {
  reader.facts.functions[scope.function]?.exits.push({ kind, value, block: scope.block, span })
}

export function addBinding(reader: Reader, scope: Scope, binding: Omit<Binding, 'block'>): Binding {
  const { target, targetSpan, via, position, value, type, decorators, span } = binding
  const { block } = scope
  const complete: Binding =
    decorators === undefined
      ? { target, targetSpan, via, position, value, type, block, span }
      : { target, targetSpan, via, position, value, type, block, decorators, span }
  reader.facts.functions[scope.function]?.bindings.push(complete)
  return complete
}
