import type { SourceLocation } from '@eslint/core'
import { textLines } from '../review/text-position.ts'

interface Comment {
  readonly type: 'Line' | 'Block'
  readonly value: string
  readonly range: [number, number]
  readonly loc: SourceLocation
}

/** A program without statements, in the form that ESLint expects. */
export interface BareProgram {
  readonly type: 'Program'
  readonly sourceType: 'module'
  readonly body: []
  readonly tokens: []
  readonly comments: readonly Comment[]
  readonly range: [number, number]
  readonly loc: SourceLocation
}

export function bareProgram(text: string): BareProgram {
  const lines = textLines(text)
  const locate = (start: number, end: number): SourceLocation => {
    const [first, last] = [lines.position(start), lines.position(end)]
    return { start: { line: first.line, column: first.column - 1 }, end: { line: last.line, column: last.column - 1 } }
  }
  return { type: 'Program', sourceType: 'module', body: [], tokens: [], comments: [], range: [0, text.length], loc: locate(0, text.length) }
}
