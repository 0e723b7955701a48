/** The parser looks at a run of comments or of joined lines again from each of its lines: time grows with the square of the run. */
const longComments = /(?:^[ \t\f]*#.*(?:\r?\n|$)){100,}/gm
const longJoins = /(?:\\\r?\n[ \t\f]*){50,}(?=\\\r?\n)/g

/** What stands in comments that silence rules. Of these, a long run of comments keeps the first ones. */
const directiveWords = /noqa|taskwise|eslint/i
const mostKept = 20

/** Python takes it for a line break, the grammar does not. */
const loneReturns = /\r(?!\n)/g

/**
 * The text to be parsed instead of `text`: of the same length and meaning, every token in its place, without what
 * takes the parser long or leads it astray.
 */
export function parserInput(text: string): string {
  const lines = text.replace(loneReturns, '\n')
  return lines.replace(longComments, blankComments).replace(longJoins, (run) => ' '.repeat(run.length))
}

function blankComments(run: string): string {
  let kept = 0
  return run.replace(/[^\r\n]+/g, (line) => (directiveWords.test(line) && kept++ < mostKept ? line : ' '.repeat(line.length)))
}
