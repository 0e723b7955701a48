import { type Measurement } from './measure.ts'
import { type Language, type Repository } from './repository.ts'
import { type Machine } from './results.ts'
import { median, medianRatio, rangeOf } from './statistics.ts'
import { renderTable } from './table.ts'
import { type Tool } from './tool.ts'
import { formatBytes, formatCount, formatRatio, formatSeconds } from './units.ts'

/** What was measured on what, and how. */
export function renderConditions(machine: Machine, tools: readonly Tool[], rounds: number): string {
  const { system, node, processor, cores, memoryBytes } = machine
  return [
    tools.map(({ name, version }) => `${name} ${version}`).join(', '),
    `Node.js ${node} on ${system}, ${cores} cores (${processor}), ${formatBytes(memoryBytes)} of memory`,
    `${rounds} counted ${rounds === 1 ? 'round' : 'rounds'} after a warm-up, the tools taking turns; peak memory is that of a tool's largest process`,
  ].join('\n')
}

/** What there is to read in a repository, in one line. */
export function renderHeading({ name, parts }: Repository): string {
  const texts = parts.map(({ language, files, lines, bytes }) => `${formatCount(files)} files, ${formatCount(lines)} lines, ${formatBytes(bytes)} of ${languageNames[language]}`)
  return `${name}: ${texts.join('; ')}`
}

const languageNames: Readonly<Record<Language, string>> = { python: 'Python', typescript: 'TypeScript and JavaScript' }

/** A table of the tools, and what the first takes in proportion to each of the others. */
export function renderComparison(measurements: readonly Measurement[]): string {
  const head = ['tool', 'median', 'min–max', 'peak memory', 'files', 'unread', 'findings']
  const rows = measurements.map((measurement) => [measurement.name, ...timeCells(measurement), ...readingCells(measurement)])
  const ratios = renderRatios(measurements)
  return [renderTable(head, rows), ...(ratios.length === 0 ? [] : ['', ...ratios])].join('\n')
}

/** A table of the copies, with the time each takes and what all of them take in proportion to one. */
export function renderGrowth(measurements: readonly Measurement[], copies: readonly number[]): string {
  const head = ['copies', 'median', 'min–max', 'peak memory', 'files', 'unread', 'findings', 'per copy', 'to one']
  const [one] = measurements
  const rows = measurements.map((measurement, index) => [
    measurement.name,
    ...timeCells(measurement),
    ...readingCells(measurement),
    formatSeconds(median(secondsOf(measurement)) / (copies[index] ?? 1)),
    one === undefined ? '' : formatRatio(timeRatio(measurement, one)),
  ])
  return renderTable(head, rows)
}

/** The time of one measurement in proportion to another's: the median of the ratios of runs side by side. */
function timeRatio(measurement: Measurement, base: Measurement): number {
  return medianRatio(secondsOf(measurement), secondsOf(base))
}

function renderRatios([subject, ...others]: readonly Measurement[]): readonly string[] {
  return subject === undefined ? [] : others.map((other) => `${subject.name} / ${other.name}: ${formatRatio(timeRatio(subject, other))} the time`)
}

function timeCells(measurement: Measurement): readonly string[] {
  const seconds = secondsOf(measurement)
  const { low, high } = rangeOf(seconds)
  return [formatSeconds(median(seconds)), `${formatSeconds(low)}–${formatSeconds(high)}`, formatBytes(peakOf(measurement))]
}

function readingCells({ reading }: Measurement): readonly string[] {
  return [reading.files, reading.unread, reading.findings].map(formatCount)
}

function secondsOf({ runs }: Measurement): readonly number[] {
  return runs.map(({ seconds }) => seconds)
}

/** The highest of all runs; null where one is not known. */
function peakOf({ runs }: Measurement): number | null {
  let peak = 0
  for (const { peakBytes } of runs) {
    if (peakBytes === null) return null
    peak = Math.max(peak, peakBytes)
  }
  return peak
}
