import { nearMiss } from '../analysis/project/settings/near-miss.ts'

/** Longer words are no slips of a known name, and comparing them takes time. */
const longestName = 64

/** The name of which `wanted` is a slip of the keys; `null` where there is none. */
export function nearestName(wanted: string, names: readonly string[]): string | null {
  return wanted.length > longestName ? null : nearMiss(wanted, names)
}

/** `; did you mean …?` for a word that is a slip of one of `names`, else `; there are only: …`. */
export function hint(wanted: string, names: readonly string[]): string {
  const meant = nearestName(wanted, names)
  return meant === null ? `; there are only: ${names.join(', ')}.` : `; did you mean \`${meant}\`?`
}
