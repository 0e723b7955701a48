import type { Span } from '../../analysis/model/source.ts'
import { afterBreak, beforeBreak, lineAt } from './comment-places.ts'

/**
 * The range that ESLint replaces by one space in order to remove a comment that silences nothing. It is chosen so that the
 * lines around the comment keep their indentation and the comment's own line goes, where it holds nothing else:
 * the space then stands for the first one of the next line, or, where that one is not indented by spaces, ends the line before.
 */
export function removalRange(text: string, comment: Span): [number, number] {
  const line = lineAt(text, comment.start)
  const before = text.slice(line.start, comment.start).trimEnd()
  if (before !== '') return [line.start + before.length, comment.end]
  const next = afterBreak(text, line.end)
  if (next > line.end && text.startsWith(' ', next)) return [line.start, next + 1]
  return [beforeBreak(text, line.start), comment.end]
}
