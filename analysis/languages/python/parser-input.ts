/** The parser looks at a run of comments or of joined lines again from each of its lines: time grows with the square of the run. */
const longComments = /(?:^[ \t\f]*#.*(?:\r?\n|$)){100,}/gm
const longJoins = /(?:\\\r?\n[ \t\f]*){50,}(?=\\\r?\n)/g

/** Python takes it for a line break, the grammar does not. */
const loneReturns = /\r(?!\n)/g

/**
 * The text to be parsed instead of `text`: of the same length and meaning, every token in its place, without what
 * takes the parser long or leads it astray.
 */
export function parserInput(text: string): string {
  const lines = text.replace(loneReturns, '\n')
  return lines.replace(longComments, blank).replace(longJoins, (run) => ' '.repeat(run.length))
}

function blank(run: string): string {
  return run.replace(/[^\r\n]/g, ' ')
}
