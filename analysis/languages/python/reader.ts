import type { Expression, UnknownExpression } from '../../model/expression.ts'
import type { Binding, Block, Call, ClassFacts, Exit, FunctionFacts, Import } from '../../model/file-facts.ts'
import type { Span } from '../../model/source.ts'
import type { SyntaxNode } from './syntax-tree.ts'

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
  /** Under `if TYPE_CHECKING:`. */
  readonly typeOnly: boolean
  /** How many blocks are around. */
  readonly depth: number
}

/** Blocks further in stand beside each other, so that no one who follows them outwards has far to go. */
const maximumDepth = 200

export type Draft<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? Item[] : T[K] }

/** The facts of one file while it is read: entries are added on entering a node, so that they come in the order of the text. */
export interface Facts {
  readonly imports: Import[]
  readonly functions: Draft<FunctionFacts>[]
  readonly classes: (Draft<ClassFacts> & { readonly methods: Record<string, number> })[]
  readonly calls: Draft<Call>[]
  readonly blocks: Draft<Block>[]
  /** By function: the names that a `global` or `nonlocal` statement takes from outside. */
  readonly outerNames: Map<number, Map<string, 'global' | 'nonlocal'>>
}

/** What the readers of single constructs share. Expressions and statements reach each other through it. */
export interface Reader {
  readonly text: string
  readonly facts: Facts
  /** Describes an expression, and adds the calls and functions in it. */
  expression(node: SyntaxNode, scope: Scope, use: Use): Expression
  /** Adds all that a statement holds. */
  statement(node: SyntaxNode, scope: Scope): void
}

export type ExpressionReader = (reader: Reader, node: SyntaxNode, scope: Scope, use: Use) => Expression
export type StatementReader = (reader: Reader, node: SyntaxNode, scope: Scope) => void

export function textOf(reader: Reader, node: Span): string {
  return reader.text.slice(node.start, node.end)
}

export function unknown(node: Span): UnknownExpression {
  return { kind: 'unknown', span: { start: node.start, end: node.end } }
}

/** Reads what is inside a node whose own meaning is of no interest. */
export function readInside(reader: Reader, node: SyntaxNode, scope: Scope): void {
  for (const child of node.children) reader.expression(child, scope, 'part')
}

/** As `readInside`, for a node that stands for a value. */
export function readUnknown(reader: Reader, node: SyntaxNode, scope: Scope): UnknownExpression {
  readInside(reader, node, scope)
  return unknown(node)
}

/** Reads the statements of a suite or a whole module. */
export function readSuite(reader: Reader, suite: SyntaxNode | null, scope: Scope): void {
  for (const node of suite?.children ?? []) reader.statement(node, scope)
}

/** Opens a block inside the scope, and returns the scope inside the block. */
export function openBlock(reader: Reader, scope: Scope, block: Pick<Block, 'kind' | 'span'> & Partial<Block>): Scope {
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

/** Adds a binding to the function, and to the outer scope that a `global` or `nonlocal` statement takes the name from. */
export function addBinding(reader: Reader, scope: Scope, binding: Omit<Binding, 'block'>): void {
  const { functions, outerNames } = reader.facts
  const { target, targetSpan, via, position, value, type, span } = binding
  const complete = { target, targetSpan, via, position, value, type, block: scope.block, span }
  functions[scope.function]?.bindings.push(complete)
  const outer = outerNames.get(scope.function)?.get(target)
  if (outer === 'global') functions[0]?.bindings.push(complete)
  else if (outer === 'nonlocal') ownerOf(reader, scope.function, target)?.bindings.push(complete)
}

function ownerOf(reader: Reader, from: number, name: string): Draft<FunctionFacts> | undefined {
  const { functions } = reader.facts
  const nearest = functions[from]?.parent ?? 0
  for (let index: number | null = nearest; index !== null && index !== 0; index = functions[index]?.parent ?? null) {
    const facts = functions[index]
    const isOwn = facts?.parameters.some((parameter) => parameter.name === name) || facts?.bindings.some(({ target }) => target === name)
    if (isOwn) return facts
  }
  return functions[nearest]
}
