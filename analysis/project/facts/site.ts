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

const blocksByFunction = new WeakMap<FileFacts, ReadonlyMap<number, readonly number[]>>()

/** Index of the innermost block of the site's function that contains its offset. */
export function innermostBlock(site: Site): number | null {
  let groups = blocksByFunction.get(site.file)
  if (groups === undefined) {
    groups = groupBlocks(site.file)
    blocksByFunction.set(site.file, groups)
  }
  let innermost: number | null = null
  let width = Infinity
  for (const index of groups.get(site.function) ?? []) {
    const block = site.file.blocks[index]
    if (block === undefined || site.at < block.span.start || site.at >= block.span.end) continue
    const own = block.span.end - block.span.start
    if (own <= width) [innermost, width] = [index, own]
  }
  return innermost
}

function groupBlocks(file: FileFacts): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>()
  for (const [index, block] of file.blocks.entries()) {
    const group = groups.get(block.function)
    if (group === undefined) groups.set(block.function, [index])
    else group.push(index)
  }
  return groups
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
