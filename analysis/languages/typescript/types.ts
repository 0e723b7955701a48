import type { ts } from 'ts-morph'
import type { Expression, RecordEntry } from '../../model/expression.ts'
import type { Compiler } from './compiler.ts'
import { readEntity } from './entities.ts'
import { literal } from './literals.ts'
import { keyText, name } from './names.ts'
import { nodeTable, typeForm, type NodeTable, type TypeForm } from './node-table.ts'
import { spanOf, unknown, type Reader, type TypeReader } from './reader.ts'
import { keyOf, withTypeArguments } from './type-arguments.ts'

const readReference: TypeReader<ts.TypeReferenceNode> = (reader, node) => withTypeArguments(reader, node, readEntity(reader, node.typeName), node.typeArguments)

function readChoice(operator: '|' | '&'): TypeReader<ts.UnionOrIntersectionTypeNode> {
  return (reader, node) => ({ kind: 'operation', operator, operands: node.types.map((type) => reader.type(type)), span: spanOf(reader, node) })
}

function ofWord(reader: Reader, node: ts.Node, word: string, key: Expression): Expression {
  const { start } = spanOf(reader, node)
  return { kind: 'index', object: name(word, { start, end: start }), key, span: { start, end: node.end } }
}

const readArray: TypeReader<ts.ArrayTypeNode> = (reader, node) => ofWord(reader, node, 'Array', keyOf(reader.type(node.elementType)))

/** `typeof value` */
const readQuery: TypeReader<ts.TypeQueryNode> = (reader, node) =>
  ofWord(reader, node, 'typeof', reader.ts.isImportTypeNode(node.exprName) ? reader.type(node.exprName) : readEntity(reader, node.exprName))

/** `import('m').A<B>` imports the module under a name that cannot be written. */
const readImportType: TypeReader<ts.ImportTypeNode> = (reader, node) => {
  const module = moduleOf(reader, node)
  if (module === null) return unknown(reader, node)
  const span = spanOf(reader, node)
  const local = `import(${JSON.stringify(module)})`
  const { imports } = reader.facts
  if (!imports.some((entry) => entry.local === local)) imports.push({ local, module, name: null, function: 0, typeOnly: true, span })
  const whole = name(local, span)
  const entity = node.qualifier === undefined ? whole : readEntity(reader, node.qualifier, whole)
  const type = withTypeArguments(reader, node, entity, node.typeArguments)
  return node.isTypeOf ? ofWord(reader, node, 'typeof', type) : type
}

function moduleOf({ ts }: Reader, { argument }: ts.ImportTypeNode): string | null {
  return ts.isLiteralTypeNode(argument) && ts.isStringLiteral(argument.literal) ? argument.literal.text : null
}

const readTuple: TypeReader<ts.TupleTypeNode> = (reader, node) => ({ kind: 'tuple', items: node.elements.map((type) => reader.type(type)), span: spanOf(reader, node) })

const readInner: TypeReader<ts.Node & { readonly type: ts.TypeNode }> = (reader, node) => reader.type(node.type)

const readRest: TypeReader<ts.RestTypeNode> = (reader, node) => ({ kind: 'spread', value: reader.type(node.type), span: spanOf(reader, node) })

const readNamedItem: TypeReader<ts.NamedTupleMember> = (reader, node) => {
  const value = reader.type(node.type)
  return node.dotDotDotToken === undefined ? value : { kind: 'spread', value, span: spanOf(reader, node) }
}

/** `readonly T[]`; of `keyof` and `unique` nothing is known. */
const readOperator: TypeReader<ts.TypeOperatorNode> = (reader, node) =>
  node.operator === reader.ts.SyntaxKind.ReadonlyKeyword ? reader.type(node.type) : unknown(reader, node)

/** Its named members; what it says of all others is left out. */
const readObject: TypeReader<ts.TypeLiteralNode> = (reader, node) => {
  const { ts } = reader
  const entries: RecordEntry[] = []
  for (const member of node.members) {
    if (!ts.isPropertySignature(member) && !ts.isMethodSignature(member)) continue
    const key = keyText(reader, member.name)
    if (key === null) continue
    const isTyped = ts.isPropertySignature(member) && member.type !== undefined
    entries.push({ key: literal(reader, member.name, key), value: isTyped ? reader.type(member.type) : unknown(reader, member) })
  }
  return { kind: 'record', entries, span: spanOf(reader, node) }
}

const readNull: TypeReader = (reader, node) => literal(reader, node, null)

const readLiteral: TypeReader<ts.LiteralTypeNode> = (reader, node) =>
  node.literal.kind === reader.ts.SyntaxKind.NullKeyword ? literal(reader, node, null) : unknown(reader, node)

const readWord: TypeReader = (reader, node) => {
  const span = spanOf(reader, node)
  return name(reader.text.slice(span.start, span.end), span)
}

/** By kind of node. Of a kind that is missing nothing is known. */
export function typeReaders(ts: Compiler): NodeTable<TypeForm> {
  const { SyntaxKind: kinds } = ts
  const words = [
    kinds.AnyKeyword,
    kinds.UnknownKeyword,
    kinds.NeverKeyword,
    kinds.ObjectKeyword,
    kinds.StringKeyword,
    kinds.NumberKeyword,
    kinds.BooleanKeyword,
    kinds.SymbolKeyword,
    kinds.BigIntKeyword,
    kinds.ThisType,
  ]
  return nodeTable([
    ...words.map((kind) => typeForm(kind, readWord)),
    typeForm(kinds.VoidKeyword, readNull),
    typeForm(kinds.UndefinedKeyword, readNull),
    typeForm(kinds.TypeReference, readReference),
    typeForm(kinds.UnionType, readChoice('|')),
    typeForm(kinds.IntersectionType, readChoice('&')),
    typeForm(kinds.ArrayType, readArray),
    typeForm(kinds.ImportType, readImportType),
    typeForm(kinds.TypeQuery, readQuery),
    typeForm(kinds.TupleType, readTuple),
    typeForm(kinds.OptionalType, readInner),
    typeForm(kinds.RestType, readRest),
    typeForm(kinds.NamedTupleMember, readNamedItem),
    typeForm(kinds.ParenthesizedType, readInner),
    typeForm(kinds.TypeOperator, readOperator),
    typeForm(kinds.TypeLiteral, readObject),
    typeForm(kinds.LiteralType, readLiteral),
  ])
}
