import type { ts } from 'ts-morph'
import type { Span } from '../../model/source.ts'
import type { Compiler } from './compiler.ts'

/**
 * Statements, members of classes and the headers of both, in the order of the text and beside each other: a statement with braces
 * in it that hold other statements is in pieces, up to a brace that opens and from one that closes.
 */
export function logicalLines(ts: Compiler, source: ts.SourceFile): Span[] {
  const lines: Span[] = []
  for (const statement of source.statements) collect(ts, source, statement, lines)
  return lines
}

/** A pair of braces with statements or members in it. */
interface Braces {
  /** Offset after the opening brace. */
  readonly start: number
  /** Offset of the closing brace. */
  readonly end: number
  readonly items: readonly ts.Node[]
}

function collect(ts: Compiler, source: ts.SourceFile, item: ts.Node, lines: Span[]): void {
  let start = item.getStart(source)
  for (const braces of bracesIn(ts, item)) {
    lines.push({ start, end: braces.start })
    for (const inner of braces.items) collect(ts, source, inner, lines)
    start = braces.end
  }
  if (start < item.end) lines.push({ start, end: item.end })
}

/** The outermost braces. */
function bracesIn(ts: Compiler, item: ts.Node): Braces[] {
  const found: Braces[] = []
  const open = [item]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const braces = bracesOf(ts, node)
    if (braces === null) open.push(...childrenBackwards(ts, node))
    else found.push(braces)
  }
  return found
}

/** What a case holds stands between its colon and the next case. */
function bracesOf(ts: Compiler, node: ts.Node): Braces | null {
  if (ts.isCaseOrDefaultClause(node)) return { start: node.statements.pos, end: node.end, items: node.statements }
  const items = itemsOf(ts, node)
  return items === null ? null : { start: items.pos, end: Math.max(items.pos, node.end - 1), items }
}

function itemsOf(ts: Compiler, node: ts.Node): ts.NodeArray<ts.Node> | null {
  if (ts.isBlock(node) || ts.isModuleBlock(node)) return node.statements
  if (ts.isCaseBlock(node)) return node.clauses
  return ts.isClassLike(node) ? node.members : null
}

function childrenBackwards(ts: Compiler, node: ts.Node): ts.Node[] {
  const children: ts.Node[] = []
  ts.forEachChild(node, (child) => {
    children.push(child)
  })
  return children.reverse()
}
