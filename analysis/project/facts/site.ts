import type { Expression } from '../../model/expression.ts'
import type { Block, Call, FileFacts, FunctionFacts } from '../../model/file-facts.ts'

/** A place in the code from which names are looked up. */
export interface Site {
  readonly file: FileFacts
  /** Index of the function it is in. */
  readonly function: number
  /** UTF-16 offset. */
  readonly at: number
}

export function callSite(file: FileFacts, call: Call): Site {
  return { file, function: call.function, at: call.span.start }
}

/** `a.b.c` for a chain of names; `null` for anything else. */
export function dottedName(expression: Expression): string | null {
  if (expression.kind === 'name') return expression.name
  if (expression.kind !== 'member') return null
  const object = dottedName(expression.object)
  return object === null ? null : `${object}.${expression.name}`
}

/** The blocks around `index`, innermost first. */
export function blocksAround(file: FileFacts, index: number | null): readonly Block[] {
  const around: Block[] = []
  for (let at = index; at !== null; at = file.blocks[at]?.parent ?? null) {
    const block = file.blocks[at]
    if (block === undefined) break
    around.push(block)
  }
  return around
}

/** A block of one function, in the order of their starts. */
interface Region {
  readonly index: number
  readonly start: number
  readonly end: number
  /** The region around it, by position. */
  readonly around: number | null
}

const regionsByFunction = new WeakMap<FileFacts, ReadonlyMap<number, readonly Region[]>>()

/** Index of the innermost block of the site's function that contains its offset. */
export function innermostBlock(site: Site): number | null {
  let groups = regionsByFunction.get(site.file)
  if (groups === undefined) {
    groups = groupBlocks(site.file)
    regionsByFunction.set(site.file, groups)
  }
  const regions = groups.get(site.function) ?? []
  let position: number | null = lastWhere(regions.length, (at) => (regions[at]?.start ?? Infinity) <= site.at)
  for (let region = regions[position]; region !== undefined; region = position === null ? undefined : regions[position]) {
    if (site.at < region.end) return region.index
    position = region.around
  }
  return null
}

/** The last of `count` positions, of which the first ones pass the test; -1 where none does. */
export function lastWhere(count: number, passes: (position: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (passes(middle)) low = middle + 1
    else high = middle
  }
  return low - 1
}

function groupBlocks(file: FileFacts): ReadonlyMap<number, readonly Region[]> {
  const groups = new Map<number, number[]>()
  for (const [index, block] of file.blocks.entries()) {
    const group = groups.get(block.function)
    if (group === undefined) groups.set(block.function, [index])
    else group.push(index)
  }
  return new Map([...groups].map(([owner, indices]) => [owner, regionsOf(file, indices)]))
}

/** Spans nest: each one lies in another or beside it. */
function regionsOf(file: FileFacts, indices: readonly number[]): readonly Region[] {
  const spans = indices.map((index) => ({ index, start: file.blocks[index]?.span.start ?? 0, end: file.blocks[index]?.span.end ?? 0 }))
  spans.sort((one, other) => one.start - other.start || other.end - one.end || one.index - other.index)
  const open: number[] = []
  return spans.map((span, position) => {
    while (open.length > 0 && (spans[open.at(-1) ?? 0]?.end ?? 0) <= span.start) open.pop()
    const around = open.at(-1) ?? null
    open.push(position)
    return { ...span, around }
  })
}

/** The functions around a site, innermost first, down to the module body. */
export function functionsAround(file: FileFacts, from: number): readonly FunctionFacts[] {
  const around: FunctionFacts[] = []
  for (let index: number | null = from; index !== null; index = file.functions[index]?.parent ?? null) {
    const facts = file.functions[index]
    if (facts === undefined) break
    around.push(facts)
  }
  return around
}
