import { median, medianRatio, percentile, rangeOf } from '../statistics.ts'
import { renderTable } from '../table.ts'
import { formatBytes, formatMilliseconds, formatRatio } from '../units.ts'
import { type Entry } from './contest.ts'
import { type HttpSample } from './http.ts'
import { type StdioSample } from './stdio.ts'

/** A line of a table. */
interface Row<Sample> {
  readonly title: string
  /** Of one round; null where the system does not tell. */
  readonly figure: (sample: Sample) => number | null
  readonly format: (figure: number) => string
  /** What is shown of the rounds: what stands in the middle, or the worst. */
  readonly shown: 'median' | 'highest'
}

/** A table of what was measured over stdio, the peer beside ours. */
export function renderStdio(entries: readonly Entry<StdioSample>[]): string {
  const calls = entries[0]?.samples[0]?.answersBytes.length ?? 0
  return renderEntries(entries, [
    { title: 'start to first answer', figure: ({ firstMs }) => firstMs, format: formatMilliseconds, shown: 'median' },
    { title: '  in the slowest round', figure: ({ firstMs }) => firstMs, format: formatMilliseconds, shown: 'highest' },
    { title: 'peak memory by then', figure: ({ firstPeakBytes }) => firstPeakBytes, format: formatBytes, shown: 'median' },
    { title: `  after ${calls} answers`, figure: ({ peakBytes }) => peakBytes, format: formatBytes, shown: 'median' },
    { title: 'later answers, p50', figure: ({ answersMs }) => percentile(answersMs, 0.5), format: formatMilliseconds, shown: 'median' },
    { title: '  p99', figure: ({ answersMs }) => percentile(answersMs, 0.99), format: formatMilliseconds, shown: 'median' },
    { title: 'text of an answer', figure: ({ answersBytes }) => median(answersBytes), format: formatBytes, shown: 'median' },
  ])
}

/** A table of what was measured over HTTP, the peer beside ours, with the first failure of each. */
export function renderHttp(entries: readonly Entry<HttpSample>[]): string {
  const table = renderEntries(entries, [
    { title: 'to connect, p50', figure: ({ connectedMs }) => percentileOrNull(connectedMs, 0.5), format: formatMilliseconds, shown: 'median' },
    { title: 'an answer, p50', figure: ({ answersMs }) => percentileOrNull(answersMs, 0.5), format: formatMilliseconds, shown: 'median' },
    { title: '  p99', figure: ({ answersMs }) => percentileOrNull(answersMs, 0.99), format: formatMilliseconds, shown: 'median' },
    { title: 'all answers of a round', figure: ({ allMs }) => allMs, format: formatMilliseconds, shown: 'median' },
    { title: 'peak memory', figure: ({ peakBytes }) => peakBytes, format: formatBytes, shown: 'median' },
  ])
  return [table, '', ...entries.filter(({ failure }) => failure === null).map(renderFailures)].join('\n')
}

function percentileOrNull(values: readonly number[], part: number): number | null {
  return values.length === 0 ? null : percentile(values, part)
}

function renderFailures({ name, samples }: Entry<HttpSample>): string {
  const failures = samples.flatMap((sample) => sample.failures)
  const calls = samples.reduce((sum, { answersMs }) => sum + answersMs.length, failures.length)
  const [first] = failures
  return `${name}: ${failures.length} of ${calls} calls failed${first === undefined ? '' : `, the first one with: ${first}`}`
}

function renderEntries<Sample>(entries: readonly Entry<Sample>[], rows: readonly Row<Sample>[]): string {
  const [ours, peer] = entries
  const head = ['', ...entries.map(({ name }) => name), ...(peer === undefined ? [] : ['ratio'])]
  const cells = rows.map((row) => [row.title, ...entries.map((entry) => cellOf(entry, row)), ...(ours === undefined || peer === undefined ? [] : [ratioOf(ours, peer, row)])])
  const out = entries.flatMap(({ name, failure }) => (failure === null ? [] : ['', `${name} could not be measured. ${failure}`]))
  return [renderTable(head, cells), ...out].join('\n')
}

function cellOf<Sample>(entry: Entry<Sample>, row: Row<Sample>): string {
  if (entry.failure !== null) return 'not measured'
  const figures = figuresOf(entry, row)
  if (figures === null) return '–'
  return row.format(row.shown === 'median' ? median(figures) : rangeOf(figures).high)
}

/** For medians, of figures of the same round: see `medianRatio`. */
function ratioOf<Sample>(ours: Entry<Sample>, peer: Entry<Sample>, row: Row<Sample>): string {
  const figures = figuresOf(ours, row)
  const bases = figuresOf(peer, row)
  if (figures === null || bases === null) return '–'
  return formatRatio(row.shown === 'median' ? medianRatio(figures, bases) : rangeOf(figures).high / rangeOf(bases).high)
}

/** One for each round; null where they are not known for all. */
function figuresOf<Sample>({ samples }: Entry<Sample>, { figure }: Row<Sample>): readonly number[] | null {
  const known = samples.map(figure).filter((value) => value !== null)
  return known.length === 0 || known.length < samples.length ? null : known
}
