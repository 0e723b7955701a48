/**
 * The known name that `name` is a slip of. `null`: none, or it is known.
 * @param furthest how many letters it may be off: two unless told otherwise, one in short names.
 */
export function nearMiss(name: string, known: Iterable<string>, furthest: number = name.length <= 5 ? 1 : 2): string | null {
  let best: string | null = null
  let bestDistance = furthest + 1
  for (const candidate of known) {
    if (candidate === name) return null
    if (Math.abs(candidate.length - name.length) >= bestDistance) continue
    const distance = editDistance(name, candidate)
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance]
  }
  return best
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one into the other. */
function editDistance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) row.push(cell(rows, row, a, b, i, j))
    rows.push(row)
  }
  return rows.at(-1)?.at(-1) ?? 0
}

function cell(rows: readonly (readonly number[])[], row: readonly number[], a: string, b: string, i: number, j: number): number {
  const at = (r: readonly number[] | undefined, column: number): number => r?.[column] ?? Infinity
  const same = a[i - 1] === b[j - 1]
  const plain = Math.min(at(rows[i - 1], j) + 1, at(row, j - 1) + 1, at(rows[i - 1], j - 1) + (same ? 0 : 1))
  const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
  return swapped ? Math.min(plain, at(rows[i - 2], j - 2) + 1) : plain
}
