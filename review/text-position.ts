/** Both start at 1; columns count UTF-16 units. */
export interface TextPosition {
  readonly line: number
  readonly column: number
}

/** The lines of one text, for turning offsets into positions. */
export interface TextLines {
  readonly count: number
  /** The line's text without its end; empty for a line that is not there. Lines start at 1. */
  line(number: number): string
  /** Offset at which a line starts; the end of the text for a line that is not there. */
  start(number: number): number
  /** Position of a UTF-16 offset; offsets past the end are at the end. */
  position(offset: number): TextPosition
}

/** Lines end with a line feed, a carriage return, or both, as Python counts them. */
export function textLines(text: string): TextLines {
  const starts = [0]
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length)
  const start = (number: number): number => starts[number - 1] ?? text.length
  return {
    count: starts.length,
    line: (number) => text.slice(start(number), start(number + 1)).replace(/[\r\n]+$/, ''),
    start,
    position: (offset) => positionIn(starts, Math.min(offset, text.length)),
  }
}

/** The line, from 1, of an offset in a file; each file is looked at once. */
export function lineCounter(workspace: { readonly text: (path: string) => string | null }): (file: string, offset: number) => number {
  const known = new Map<string, TextLines>()
  return (file, offset) => {
    const lines = known.get(file) ?? textLines(workspace.text(file) ?? '')
    known.set(file, lines)
    return lines.position(offset).line
  }
}

function positionIn(starts: readonly number[], offset: number): TextPosition {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? Infinity) <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
}
