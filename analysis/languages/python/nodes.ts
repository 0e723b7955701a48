import type { Span } from '../../model/source.ts'
import type { SyntaxNode } from './syntax-tree.ts'

/** The first child in a role; `null` where there is none. */
export function childAt(node: SyntaxNode, field: string): SyntaxNode | null {
  for (const child of node.children) if (child.field === field) return child
  return null
}

export function childrenAt(node: SyntaxNode, field: string): readonly SyntaxNode[] {
  return node.children.filter((child) => child.field === field)
}

export function childOfType(node: SyntaxNode, type: string): SyntaxNode | null {
  for (const child of node.children) if (child.type === type) return child
  return null
}

export function spanOf(node: Span): Span {
  return { start: node.start, end: node.end }
}

/** From the start of the first to the end of the last. */
export function spanFrom(first: Span, last: Span): Span {
  return { start: first.start, end: last.end }
}
