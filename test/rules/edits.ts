import type { Edit } from '../../analysis/model/source.ts'
import { memoryWorkspace } from '../../analysis/project/files/memory-workspace.ts'

/** The text after the edits. Throws where two of them overlap or one lies outside. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((one, other) => one.span.start - other.span.start || one.span.end - other.span.end)
  const pieces: string[] = []
  let end = 0
  for (const { span, text: replacement } of ordered) {
    if (span.start < end || span.end < span.start || span.end > text.length) throw new Error(`an edit at ${span.start} overlaps or lies outside`)
    pieces.push(text.slice(end, span.start), replacement)
    end = span.end
  }
  return [...pieces, text.slice(end)].join('')
}

/** How many places of a file cannot be read. */
export function countUnreadable(path: string, text: string): number {
  return memoryWorkspace(new Map([[path, text]])).facts(path)?.unreadable.length ?? Number.POSITIVE_INFINITY
}
