/** The lowest and the highest of some numbers. */
export interface Range {
  readonly low: number
  readonly high: number
}

/** The middle one of `values`, or the mean of the two in the middle. Throws a RangeError for an empty list. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.floor((sorted.length - 1) / 2)]
  if (upper === undefined || lower === undefined) throw new RangeError('An empty list has no median.')
  return (lower + upper) / 2
}

/** The least of `values` that `part` of them, from 0 to 1, do not exceed. Throws a RangeError for an empty list. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((left, right) => left - right)
  const found = sorted[Math.max(Math.ceil(part * sorted.length) - 1, 0)]
  if (found === undefined) throw new RangeError('An empty list has no percentiles.')
  return found
}

export function rangeOf(values: readonly number[]): Range {
  if (values.length === 0) throw new RangeError('An empty list has no range.')
  return { low: Math.min(...values), high: Math.max(...values) }
}

/**
 * The median of `values[i] / bases[i]`. What ran side by side saw the same load on the machine, so noise that slows both
 * down leaves the ratio alone, where a ratio of two medians would keep it. Throws a RangeError where the lists differ in length.
 */
export function medianRatio(values: readonly number[], bases: readonly number[]): number {
  if (values.length !== bases.length) throw new RangeError('Pairs need two lists of the same length.')
  return median(values.map((value, index) => value / (bases[index] ?? Number.NaN)))
}
