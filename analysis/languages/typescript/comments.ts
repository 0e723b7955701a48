import type { ts } from 'ts-morph'
import type { Span } from '../../model/source.ts'
import type { Compiler } from './compiler.ts'

/** A comment with its signs. */
export interface Comment extends Span {
  /** Between `/*` and its end, rather than up to the end of the line. */
  readonly isBlock: boolean
}

/** The comments of a file, in the order of the text. The syntax tree does not hold them. */
export function commentsIn(ts: Compiler, source: ts.SourceFile, text: string): Comment[] {
  const comments: Comment[] = []
  const texts = textsIn(ts, source)
  const signs = /\/\/.*|\/\*[^]*?(?:\*\/|$)/g
  signs.lastIndex = text.startsWith('#!') ? Math.max(text.indexOf('\n'), 0) : 0
  let next = 0
  for (let match = signs.exec(text); match !== null; match = signs.exec(text)) {
    while ((texts[next]?.end ?? Infinity) <= match.index) next++
    const around = texts[next]
    if (around !== undefined && around.start <= match.index) signs.lastIndex = around.end
    else comments.push({ start: match.index, end: signs.lastIndex, isBlock: match[0].startsWith('/*') })
  }
  return comments
}

/** What looks like a comment in these is none. In the order of the text. */
function textsIn(ts: Compiler, source: ts.SourceFile): Span[] {
  const { SyntaxKind: kinds } = ts
  const textKinds = new Set([
    kinds.StringLiteral,
    kinds.NoSubstitutionTemplateLiteral,
    kinds.TemplateHead,
    kinds.TemplateMiddle,
    kinds.TemplateTail,
    kinds.RegularExpressionLiteral,
    kinds.JsxText,
  ])
  const texts: Span[] = []
  const open: ts.Node[] = [source]
  const enter = (node: ts.Node): void => {
    open.push(node)
  }
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (textKinds.has(node.kind)) texts.push({ start: node.getStart(source), end: node.end })
    else ts.forEachChild(node, enter)
  }
  return texts.sort((left, right) => left.start - right.start)
}
