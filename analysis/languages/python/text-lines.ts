import type { Span } from '../../model/source.ts'

/** The lines that a span touches, whole, without the last line break. */
export function wholeLines(text: string, span: Span): Span {
  const end = text.indexOf('\n', span.end)
  return { start: text.lastIndexOf('\n', span.start - 1) + 1, end: end === -1 ? text.length : end }
}

/** The line after the one in which `offset` lies; empty at the end of the text. */
export function lineAfter(text: string, offset: number): Span {
  const end = text.indexOf('\n', offset)
  return end === -1 ? { start: text.length, end: text.length } : wholeLines(text, { start: end + 1, end: end + 1 })
}
