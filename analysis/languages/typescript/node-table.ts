import type { ts } from 'ts-morph'
import type { Expression } from '../../model/expression.ts'
import type { ExpressionReader, Reader, Scope, StatementReader, TypeReader, Use } from './reader.ts'

// The methods below take any node, but are asked only for the kind of node that their reader takes: what makes a form sees to that.

/** Reads the expressions of one kind. */
export interface ExpressionForm {
  readonly kind: ts.SyntaxKind
  read(reader: Reader, node: ts.Node, scope: Scope, use: Use): Expression
}

/** Reads the statements of one kind. */
export interface StatementForm {
  readonly kind: ts.SyntaxKind
  read(reader: Reader, node: ts.Node, scope: Scope): void
}

/** Reads the types of one kind. */
export interface TypeForm {
  readonly kind: ts.SyntaxKind
  read(reader: Reader, node: ts.Node): Expression
}

export function expressionForm<Node extends ts.Node>(kind: Node['kind'], read: ExpressionReader<Node>): ExpressionForm {
  return { kind, read }
}

export function statementForm<Node extends ts.Node>(kind: Node['kind'], read: StatementReader<Node>): StatementForm {
  return { kind, read }
}

export function typeForm<Node extends ts.Node>(kind: Node['kind'], read: TypeReader<Node>): TypeForm {
  return { kind, read }
}

/** Forms by the kind of node, as the compiler numbers it. */
export type NodeTable<Form> = readonly (Form | undefined)[]

export function nodeTable<Form extends { readonly kind: ts.SyntaxKind }>(forms: readonly Form[]): NodeTable<Form> {
  const byKind = new Map<number, Form>(forms.map((form) => [form.kind, form]))
  return Array.from({ length: Math.max(...byKind.keys()) + 1 }, (_, kind) => byKind.get(kind))
}
