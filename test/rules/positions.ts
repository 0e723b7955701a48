/** `4:1` for an offset: line and column, both 1-based. */
export function positionAt(text: string, offset: number): string {
  const before = text.slice(0, offset)
  return `${lineAt(text, offset)}:${offset - before.lastIndexOf('\n')}`
}

/** The 1-based line of an offset. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}
