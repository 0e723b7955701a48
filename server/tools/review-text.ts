import type { AnsweredFinding, ReviewAnswer } from './review.ts'

/** The answer in words, with everything that its data says. */
export function showReview(answer: ReviewAnswer): string {
  return [
    summarise(answer),
    ...answer.findings.map(showFinding),
    ...(answer.checklist.length === 0 ? [] : [['Checklist:', ...answer.checklist.map(({ check, verdict, reason }) => `  ${verdict}: ${check}: ${reason}`)].join('\n')]),
    ...answer.partly_read.map(({ file, line, reason }) => `Partly read: ${file}, from line ${line}: ${reason}.`),
    ...answer.problems,
    ...(answer.review_again ? ['Fix what is found, then review once more.'] : []),
  ].join('\n\n')
}

function summarise({ root, findings }: ReviewAnswer): string {
  const place = root === '' ? 'the code' : root
  if (findings.length === 0) return `Nothing found in ${place}.`
  const errors = findings.filter(({ severity }) => severity === 'error').length
  return `Found in ${place}: ${count(errors, 'error')}, ${count(findings.length - errors, 'warning')}.`
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

function showFinding({ rule, severity, message, related, guidance, url, fixable, ...place }: AnsweredFinding): string {
  return [
    `${showPlace(place)}: ${severity} ${rule}`,
    `  ${message}`,
    ...related.map((other) => `  ${showPlace(other)}: ${other.message}`),
    ...(fixable ? ['  `taskwise review --fix` rewrites it.'] : []),
    `  Why: ${[...guidance, url].join(', ')}`,
  ].join('\n')
}

function showPlace({ file, line, column, end_line, end_column }: Pick<AnsweredFinding, 'file' | 'line' | 'column' | 'end_line' | 'end_column'>): string {
  return `${file}:${line}:${column}-${end_line}:${end_column}`
}
