import type { Span } from '../../model/source.ts'
import type { Directive } from './directives.ts'
import { firstIndex } from './ordered.ts'
import { lineAfter, wholeLines } from './text-lines.ts'

/** Comments in a row that are passed over in search of code. */
const mostComments = 100

/** The region that a directive in a comment silences; `lines` are the logical lines in the order of the text. */
export function directiveScope(text: string, lines: readonly Span[], reach: Directive['reach'], comment: Span): Span {
  switch (reach) {
    case 'line':
      return wholeLines(text, comment)
    case 'next-line':
      return lineAfter(text, comment.end)
    case 'statement':
      return statementScope(text, lines, comment)
    case 'next-statement':
      return nextScope(text, lines, comment)
    default:
      return { start: 0, end: text.length }
  }
}

/** The comment's line, and the logical lines that begin or end on it. */
function statementScope(text: string, lines: readonly Span[], comment: Span): Span {
  const own = wholeLines(text, comment)
  const touches = (offset: number): boolean => own.start <= offset && offset <= own.end
  const first = firstIndex(lines, (line) => line.end >= own.start)
  const last = firstIndex(lines, (line) => line.start > own.end)
  return lines
    .slice(first, last)
    .filter((line) => (touches(line.start) && line.end > own.end) || (touches(line.end) && line.start < own.start))
    .map((line) => wholeLines(text, line))
    .reduce(covering, own)
}

function covering(left: Span, right: Span): Span {
  return { start: Math.min(left.start, right.start), end: Math.max(left.end, right.end) }
}

/** The next logical line; inside one that is written on several lines, the next of these that is not a comment. */
function nextScope(text: string, lines: readonly Span[], comment: Span): Span {
  const next = lines[firstIndex(lines, (line) => line.end > comment.end)]
  if (next === undefined) return lineAfter(text, comment.end)
  return next.start < comment.start ? nextCode(text, comment.end) : wholeLines(text, next)
}

function nextCode(text: string, offset: number): Span {
  let line = lineAfter(text, offset)
  for (let count = 0; count < mostComments && /^\s*(#.*)?$/.test(text.slice(line.start, line.end)); count++) line = lineAfter(text, line.end)
  return line
}
