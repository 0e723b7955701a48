/**
 * How many of the `size` values 0, 1, … `size` - 1 a calendar pattern selects: a star, `3`, `9-17`, a step such as
 * `8-18/2`, or a list of these. `null` where the pattern cannot be read.
 */
export function countValues(pattern: string, size: number): number | null {
  const selected = new Set<number>()
  for (const part of pattern.split(',')) {
    const values = expand(part.trim(), size)
    if (values === null) return null
    for (const value of values) selected.add(value)
  }
  return selected.size
}

function expand(part: string, size: number): readonly number[] | null {
  const match = /^(?:(?<only>\d+)|(?:\*|(?<first>\d+)-(?<last>\d+))(?:\/(?<step>\d+))?)$/.exec(part)
  if (match?.groups === undefined) return null
  const { only, first, last, step } = match.groups
  const start = Number(only ?? first ?? 0)
  const end = Number(only ?? last ?? size - 1)
  const stride = Number(step ?? 1)
  if (start > end || end >= size || stride === 0) return null
  return Array.from({ length: Math.floor((end - start) / stride) + 1 }, (_, index) => start + index * stride)
}
