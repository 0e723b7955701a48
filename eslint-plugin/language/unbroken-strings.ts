import type { SyntaxNode } from '../../analysis/languages/python/syntax-tree.ts'
import type { Span } from '../../analysis/model/source.ts'

/** The outermost strings below `root` that go over several lines, in the order of the text. */
export function stringsOverLines(root: SyntaxNode, text: string): readonly Span[] {
  const strings: Span[] = []
  const pending = [root]
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (!/[\r\n]/.test(text.slice(node.start, node.end))) continue
    if (node.type === 'string') strings.push({ start: node.start, end: node.end })
    else pending.push(...node.children.toReversed())
  }
  return strings
}
