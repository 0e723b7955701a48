import type { ReviewResult } from '../result.ts'
import type { Paint } from './paint.ts'

/** What was found and how much was read, in a line or two. */
export function summarise(result: ReviewResult, paint: Paint): readonly string[] {
  const { findings, files } = result
  const errors = findings.filter((finding) => finding.severity === 'error').length
  const fixable = findings.filter((finding) => finding.fix.length > 0).length
  const reading = [
    `${count(files.read, 'file')} read`,
    ...(files.partlyRead.length === 0 ? [] : [`${grouped(files.partlyRead.length)} of them partly`]),
    ...(files.skipped.length === 0 ? [] : [`${grouped(files.skipped.length)} not read`]),
  ].join(', ')
  const verdict = findings.length === 0 ? paint.green('Nothing found') : paint.bold(tally(errors, findings.length - errors))
  const summary = `${verdict}; ${reading} in ${(result.durationMs / 1000).toFixed(1)} s.`
  return fixable === 0 ? [summary] : [summary, `${fixable === findings.length && fixable > 1 ? 'All' : fixable} can be fixed with --fix.`]
}

function tally(errors: number, warnings: number): string {
  return [...(errors === 0 ? [] : [count(errors, 'error')]), ...(warnings === 0 ? [] : [count(warnings, 'warning')])].join(', ')
}

/** `4,329`: by hand, because the platform's own formatting takes a fifth of a second to start. */
function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',')
}

function count(number: number, noun: string): string {
  return `${grouped(number)} ${noun}${number === 1 ? '' : 's'}`
}
