const grouped = new Intl.NumberFormat('en-US')

/** `1234567` as `1,234,567`. */
export function formatCount(count: number): string {
  return grouped.format(count)
}

/** Seconds in three places below ten, in one above: what lies beyond is noise. */
export function formatSeconds(seconds: number): string {
  return `${seconds.toFixed(seconds < 10 ? 3 : 1)} s`
}

/** Milliseconds in one place below a hundred, in none above. */
export function formatMilliseconds(milliseconds: number): string {
  return `${milliseconds.toFixed(milliseconds < 100 ? 1 : 0)} ms`
}

/** Bytes in the largest unit that leaves at least one before the point; `–` where nobody could measure them. */
export function formatBytes(bytes: number | null): string {
  if (bytes === null) return '–'
  const units = ['B', 'kB', 'MB', 'GB']
  const power = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1)
  const amount = bytes / 1000 ** power
  return `${amount.toFixed(amount < 10 && power > 0 ? 1 : 0)} ${units[power] ?? ''}`
}

export function formatRatio(ratio: number): string {
  return `${ratio.toFixed(2)}×`
}
