import { wholeLines } from '../../analysis/languages/text-lines.ts'
import type { Span } from '../../analysis/model/source.ts'

/** A text into which comments can be written that go up to the end of their line. */
export interface CommentedText {
  readonly text: string
  readonly commentSign: '#' | '//'
  /** In the order of the text. */
  readonly comments: readonly Span[]
  /** What goes over several lines and can hold no comment. */
  readonly unbroken: readonly Span[]
}

/** Whether a comment can have a line of its own before the line that starts at `offset`. */
export function canPrecede(code: CommentedText, offset: number): boolean {
  return !isInside(code.unbroken, offset) && !continues(code, beforeBreak(code.text, offset))
}

/** Whether a comment can be written at `end`, the end of a line. */
export function canFollow(code: CommentedText, end: number): boolean {
  return !isInside(code.unbroken, end) && !continues(code, end) && commentUpTo(code, end) === null
}

/** The comment that ends with a line. */
export function commentUpTo(code: CommentedText, end: number): Span | null {
  return code.comments.find((comment) => comment.end === end) ?? null
}

export function lineAt(text: string, offset: number): Span {
  return wholeLines(text, { start: offset, end: offset })
}

/** Where the line break begins that ends before `offset`, the start of a line. */
export function beforeBreak(text: string, offset: number): number {
  if (offset === 0) return 0
  return text.slice(Math.max(0, offset - 2), offset) === '\r\n' ? offset - 2 : offset - 1
}

/** Where the next line starts after one that ends at `end`; the end of the text for the last one. */
export function afterBreak(text: string, end: number): number {
  return Math.min(text.length, end + (text.startsWith('\r\n', end) ? 2 : 1))
}

function isInside(spans: readonly Span[], offset: number): boolean {
  return spans.some(({ start, end }) => start < offset && offset < end)
}

/** A backslash joins the line that ends at `end` to the next one. */
function continues(code: CommentedText, end: number): boolean {
  return code.commentSign === '#' && code.text.charAt(end - 1) === '\\' && commentUpTo(code, end) === null
}
