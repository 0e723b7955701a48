import type { Result } from './job.ts'
import { versionsLabel } from './label.ts'

/** The results as a table for the terminal, and below it what the failed ones wrote. */
export function resultTable(results: readonly Result[]): string {
  const rows = results.map((result) => [
    result.problem === null ? 'shown' : 'FAILED',
    result.job.proof.id,
    `${result.seconds.toFixed(1)} s`,
    versionsLabel(result.job),
    result.job.proof.claim,
  ])
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd())
  const failures = results.filter(({ problem }) => problem !== null).map(describeFailure)
  const count = results.length - failures.length
  return [...lines, ...failures, '', `${count} shown, ${failures.length} failed`].join('\n')
}

function describeFailure({ job, problem, output }: Result): string {
  return `\n${job.proof.file} (${versionsLabel(job)}): ${problem ?? ''}\n${output.trimEnd().replace(/^/gm, '    ')}`
}
