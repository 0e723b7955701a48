import type { ts } from 'ts-morph'
import type { Expression } from '../../model/expression.ts'
import { unknown, type ExpressionReader, type StatementReader, type TypeReader } from './reader.ts'

/** Readers by the kind of node, as the compiler numbers it. */
export type NodeTable<Read> = readonly (Read | undefined)[]

/** One kind of node and its reader. */
export interface Form<Read> {
  readonly kind: ts.SyntaxKind
  readonly read: Read
}

type Test<Node extends ts.Node> = (node: ts.Node) => node is Node

/** The reader of the nodes that `is` recognises, all of one kind. */
export function expressionForm<Node extends ts.Node>(kind: ts.SyntaxKind, is: Test<Node>, read: ExpressionReader<Node>): Form<ExpressionReader> {
  return { kind, read: (reader, node, scope, use) => (is(node) ? read(reader, node, scope, use) : unknown(reader, node)) }
}

export function statementForm<Node extends ts.Node>(kind: ts.SyntaxKind, is: Test<Node>, read: StatementReader<Node>): Form<StatementReader> {
  return {
    kind,
    read: (reader, node, scope) => {
      if (is(node)) read(reader, node, scope)
    },
  }
}

export function typeForm<Node extends ts.Node>(kind: ts.SyntaxKind, is: Test<Node>, read: TypeReader<Node>): Form<TypeReader> {
  return { kind, read: (reader, node): Expression => (is(node) ? read(reader, node) : unknown(reader, node)) }
}

export function nodeTable<Read>(forms: readonly Form<Read>[]): NodeTable<Read> {
  const byKind = new Map<number, Read>(forms.map(({ kind, read }) => [kind, read]))
  return Array.from({ length: Math.max(...byKind.keys()) + 1 }, (_, kind) => byKind.get(kind))
}
