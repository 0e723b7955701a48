import type { Edit, Span } from '../../analysis/model/source.ts'
import { afterBreak, beforeBreak, canFollow, canPrecede, type CommentedText, commentUpTo, lineAt } from './comment-places.ts'

/** A directive without its reason, its list of rules apart. */
const listForm = /^(?:#|\/\/)\s*eslint-disable-(next-line|line)\s+(\S(?:(?!\s-{2,}\s).)*?)\s*(?:\s-{2,}\s.*)?$/s

/**
 * The edit that writes a comment which silences a rule in the line where a finding starts: on a line of its own above it, in
 * a list that such a comment has already, or, where a string or a joined line leaves no room for that, at the end of the line
 * or around it.
 * @param code the text and what is written in it
 * @param offset UTF-16 offset of the finding's start
 * @param ruleId as ESLint knows it, such as `taskwise/object-argument`
 */
export function disableForLine(code: CommentedText, offset: number, ruleId: string): Edit {
  const line = lineAt(code.text, offset)
  return extendList(code, line, ruleId) ?? writeAbove(code, line, ruleId) ?? writeBehind(code, line, ruleId) ?? writeAround(code, line, ruleId)
}

function extendList(code: CommentedText, line: Span, ruleId: string): Edit | null {
  const above = line.start === 0 ? null : commentUpTo(code, beforeBreak(code.text, line.start))
  const end = listEnd(code, above, 'next-line') ?? listEnd(code, commentUpTo(code, line.end), 'line')
  return end === null ? null : insertion(end, `, ${ruleId}`)
}

/** Where the list of rules ends in a comment that silences some. */
function listEnd({ text }: CommentedText, comment: Span | null, reach: string): number | null {
  if (comment === null) return null
  const written = text.slice(comment.start, comment.end)
  const [, found, list = ''] = listForm.exec(written) ?? []
  return found === reach ? comment.start + written.indexOf(list, written.indexOf(found) + found.length) + list.length : null
}

function writeAbove(code: CommentedText, line: Span, ruleId: string): Edit | null {
  return canPrecede(code, line.start) ? insertion(line.start, ownLine(code, line.start, `disable-next-line ${ruleId}`)) : null
}

function writeBehind(code: CommentedText, line: Span, ruleId: string): Edit | null {
  return canFollow(code, line.end) ? insertion(line.end, `  ${code.commentSign} eslint-disable-line ${ruleId}`) : null
}

/** Off before the nearest line above that lets a comment precede it, and on again before the nearest one below. */
function writeAround(code: CommentedText, line: Span, ruleId: string): Edit {
  let { start } = line
  while (start > 0 && !canPrecede(code, start)) start = lineAt(code.text, beforeBreak(code.text, start)).start
  let end = afterBreak(code.text, line.end)
  while (end < code.text.length && !canPrecede(code, end)) end = afterBreak(code.text, lineAt(code.text, end).end)
  const lines = code.text.slice(start, end)
  const ending = /[\r\n]$/.test(lines) ? '' : lineBreak(code.text)
  return {
    span: { start, end },
    text: `${ownLine(code, start, `disable ${ruleId}`)}${lines}${ending}${ownLine(code, start, `enable ${ruleId}`)}`,
  }
}

/** A comment on a line of its own, indented like the line that starts at `offset`. */
function ownLine({ text, commentSign }: CommentedText, offset: number, directive: string): string {
  const [indentation] = /^[ \t\f]*/.exec(text.slice(offset, lineAt(text, offset).end)) ?? ['']
  return `${indentation}${commentSign} eslint-${directive}${lineBreak(text)}`
}

function lineBreak(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n'
}

function insertion(offset: number, text: string): Edit {
  return { span: { start: offset, end: offset }, text }
}
