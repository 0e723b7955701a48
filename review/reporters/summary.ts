import type { ReviewResult } from '../result.ts'
import type { Paint } from './paint.ts'

/** What was found and how much was read, in a line or two. */
export function summarise(result: ReviewResult, paint: Paint): readonly string[] {
  const { findings, files } = result
  const errors = findings.filter((finding) => finding.severity === 'error').length
  const fixable = findings.filter((finding) => finding.fix.length > 0).length
  const reading = [
    `${count(files.read, 'file')} read`,
    ...(files.partlyRead.length === 0 ? [] : [`${files.partlyRead.length.toLocaleString('en')} of them partly`]),
    ...(files.skipped.length === 0 ? [] : [`${files.skipped.length.toLocaleString('en')} not read`]),
  ].join(', ')
  const verdict = findings.length === 0 ? paint.green('Nothing found') : paint.bold(tally(errors, findings.length - errors))
  const summary = `${verdict}; ${reading} in ${(result.durationMs / 1000).toFixed(1)} s.`
  return fixable === 0 ? [summary] : [summary, `${fixable === findings.length && fixable > 1 ? 'All' : fixable} can be fixed with --fix.`]
}

function tally(errors: number, warnings: number): string {
  return [...(errors === 0 ? [] : [count(errors, 'error')]), ...(warnings === 0 ? [] : [count(warnings, 'warning')])].join(', ')
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`
}
