import type { SourceLocation } from '@eslint/core'
import { readComments } from '../analysis/languages/typescript/read-comments.ts'
import { textLines } from '../review/text-position.ts'

interface CommentToken {
  readonly type: 'Line' | 'Block'
  readonly value: string
  readonly range: [number, number]
  readonly loc: SourceLocation
}

/** A program without statements, in the form that ESLint expects of a parser. */
export interface BareProgram {
  readonly type: 'Program'
  readonly sourceType: 'module'
  readonly body: []
  readonly tokens: []
  readonly comments: readonly CommentToken[]
  readonly range: [number, number]
  readonly loc: SourceLocation
}

/** A TypeScript text with nothing in it but its comments, which may be for ESLint. @param path says which form of TypeScript it is. */
export function bareProgram(path: string, text: string): BareProgram {
  const lines = textLines(text)
  const position = (offset: number): SourceLocation['start'] => {
    const { line, column } = lines.position(offset)
    return { line, column: column - 1 }
  }
  const place = (start: number, end: number): Pick<CommentToken, 'range' | 'loc'> => ({ range: [start, end], loc: { start: position(start), end: position(end) } })
  const comments = readComments(path, text).map(({ start, end, isBlock }): CommentToken => {
    const value = text.slice(start + 2, isBlock && text.startsWith('*/', end - 2) ? end - 2 : end)
    return { type: isBlock ? 'Block' : 'Line', value, ...place(start, end) }
  })
  return { type: 'Program', sourceType: 'module', body: [], tokens: [], comments, ...place(0, text.length) }
}
