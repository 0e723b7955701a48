/** A key with at most one star that fits a text, and what the star stands for there; `null` for a key without a star. */
export interface PatternMatch<T> {
  readonly value: T
  readonly star: string | null
}

/** As compilers and package managers choose among such keys: the one without a star, else the longest before its star. */
export function matchPattern<T>(patterns: Iterable<readonly [string, T]>, text: string): PatternMatch<T> | null {
  let best: PatternMatch<T> | null = null
  let longest = -1
  for (const [key, value] of patterns) {
    if (key === text) return { value, star: null }
    const at = key.indexOf('*')
    if (at <= longest || text.length < key.length - 1 || !text.startsWith(key.slice(0, at)) || !text.endsWith(key.slice(at + 1))) continue
    best = { value, star: text.slice(at, text.length - (key.length - at - 1)) }
    longest = at
  }
  return best
}

/** Puts what the star stands for in the place of a star. */
export function fillStar(text: string, star: string | null): string {
  return star === null ? text : text.replaceAll('*', () => star)
}
