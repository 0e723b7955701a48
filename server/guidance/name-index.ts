import type { SectionData } from './guide-data.ts'

/** Which sections speak of a name, by their positions. */
export type NameIndex = ReadonlyMap<string, readonly number[]>

/** Looks up the names of the framework that sections speak of. */
export function indexNames(sections: readonly SectionData[]): NameIndex {
  const index = new Map<string, number[]>()
  for (const [position, { identifiers }] of sections.entries()) {
    for (const name of identifiers) {
      const positions = index.get(name)
      if (positions === undefined) index.set(name, [position])
      else positions.push(position)
    }
  }
  return index
}

/** How much each section speaks of some names, as shares of the one that does most, by its position: a name that few speak of counts more. */
export function shareOfNames(names: readonly string[], index: NameIndex): ReadonlyMap<number, number> {
  const sums = new Map<number, number>()
  for (const name of new Set(names)) {
    const positions = index.get(name) ?? []
    for (const position of positions) sums.set(position, (sums.get(position) ?? 0) + 1 / positions.length)
  }
  const most = Math.max(...sums.values())
  return new Map([...sums].map(([position, sum]) => [position, sum / most]))
}
