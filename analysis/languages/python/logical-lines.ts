import type { Span } from '../../model/source.ts'
import { spanFrom, spanOf } from './nodes.ts'
import type { SyntaxNode } from './syntax-tree.ts'

const clauseTypes = new Set(['elif_clause', 'else_clause', 'except_clause', 'finally_clause', 'case_clause'])

/** Nodes that only hold logical lines. */
const containerTypes = new Set(['module', 'block', 'decorated_definition', 'ERROR'])

/** What Python takes for one line however many it is written on: simple statements, decorators and headers, in the order of the text. */
export function logicalLines(root: SyntaxNode): Span[] {
  const lines: Span[] = []
  collect(root, lines)
  return lines
}

function collect(node: SyntaxNode, lines: Span[]): void {
  const inner = node.children.filter((child) => child.type === 'block' || clauseTypes.has(child.type))
  const [first] = inner
  if (containerTypes.has(node.type)) for (const child of node.children) collect(child, lines)
  else if (first === undefined) lines.push(spanOf(node))
  else {
    lines.push(headerOf(node, first))
    for (const child of inner) collect(child, lines)
  }
}

function headerOf(node: SyntaxNode, suite: SyntaxNode): Span {
  const last = node.children[node.children.indexOf(suite) - 1]
  return last === undefined ? { start: node.start, end: node.start } : spanFrom(node, last)
}
