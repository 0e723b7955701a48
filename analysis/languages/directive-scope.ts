import type { Span } from '../model/source.ts'
import type { Directive } from './directives.ts'
import { firstIndex } from './ordered.ts'
import { lineAfter, wholeLines } from './text-lines.ts'

/** Comments in a row that are passed over in search of code. */
const mostComments = 100

/** What the lines of a file are in its language. */
export interface Lines {
  /** Statements and headers, however many lines they are written on; in the order of the text. */
  readonly logical: () => readonly Span[]
  /** Whether a line holds no code. */
  readonly isBlank: (line: string) => boolean
}

/** The region that a directive in a comment silences. */
export function directiveScope(text: string, lines: Lines, reach: Directive['reach'], comment: Span): Span {
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
function statementScope(text: string, lines: Lines, comment: Span): Span {
  const logical = lines.logical()
  const own = wholeLines(text, comment)
  const touches = (offset: number): boolean => own.start <= offset && offset <= own.end
  const first = firstIndex(logical, (line) => line.end >= own.start)
  const last = firstIndex(logical, (line) => line.start > own.end)
  return logical
    .slice(first, last)
    .filter((line) => (touches(line.start) && line.end > own.end) || (touches(line.end) && line.start < own.start))
    .map((line) => wholeLines(text, line))
    .reduce(covering, own)
}

function covering(left: Span, right: Span): Span {
  return { start: Math.min(left.start, right.start), end: Math.max(left.end, right.end) }
}

/** The next logical line; inside one that is written on several lines, the next of these that is not a comment. */
function nextScope(text: string, lines: Lines, comment: Span): Span {
  const logical = lines.logical()
  const next = logical[firstIndex(logical, (line) => line.end > comment.end)]
  if (next === undefined) return lineAfter(text, comment.end)
  return next.start < comment.start ? nextCode(text, lines, comment.end) : wholeLines(text, next)
}

function nextCode(text: string, { isBlank }: Lines, offset: number): Span {
  let line = lineAfter(text, offset)
  for (let count = 0; count < mostComments && isBlank(text.slice(line.start, line.end)); count++) line = lineAfter(text, line.end)
  return line
}
