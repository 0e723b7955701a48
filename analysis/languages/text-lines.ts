import type { Span } from '../model/source.ts'

/** The lines that a span touches, whole, without the last line break: a line feed, a carriage return, or both. */
export function wholeLines(text: string, span: Span): Span {
  let { start, end } = span
  while (start > 0 && !isBreak(text.charAt(start - 1))) start -= 1
  while (end < text.length && !isBreak(text.charAt(end))) end += 1
  return { start, end }
}

/** The line after the one in which `offset` lies; empty at the end of the text. */
export function lineAfter(text: string, offset: number): Span {
  const { end } = wholeLines(text, { start: offset, end: offset })
  const next = end + (text.startsWith('\r\n', end) ? 2 : 1)
  return next > text.length ? { start: text.length, end: text.length } : wholeLines(text, { start: next, end: next })
}

function isBreak(character: string): boolean {
  return character === '\n' || character === '\r'
}
