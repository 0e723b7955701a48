import type { Edit } from '../analysis/model/source.ts'

/** The text after all edits. Throws where edits overlap or reach beyond the text. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = ''
  let end = 0
  for (const edit of inOrder(edits)) {
    if (edit.span.start < end || edit.span.end > text.length) throw new RangeError('Edits must lie in the text and apart from each other.')
    result += text.slice(end, edit.span.start) + edit.text
    end = edit.span.end
  }
  return result + text.slice(end)
}

/** Edits by their start; of two at the same place, the insertion comes first. */
export function inOrder(edits: readonly Edit[]): readonly Edit[] {
  return [...edits].sort((left, right) => left.span.start - right.span.start || left.span.end - right.span.end)
}

/** An edit that ends its lines as `text` does. */
export function withLineEnds(edit: Edit, text: string): Edit {
  return text.includes('\r\n') ? { ...edit, text: edit.text.replace(/\r?\n/g, '\r\n') } : edit
}
