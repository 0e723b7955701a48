import type { Expression } from '../../model/expression.ts'
import type { Binding, Block, FileFacts } from '../../model/file-facts.ts'
import { findName } from './scope.ts'
import { blocksAround, innermostBlock, lastWhere, type Site } from './site.ts'

/** Bindings of one name that may be the one a reader at some site sees. */
export interface VisibleBindings {
  readonly bindings: readonly Binding[]
  /** One of them must have run before: nothing older shows through. */
  readonly isSettled: boolean
}

/**
 * The last binding that must have run before the site, with those after it that may have.
 * @param bindings of one name, in the order of the text.
 */
export function visibleBindings(bindings: readonly Binding[], site: Site): VisibleBindings {
  const around = new Set(blocksAround(site.file, innermostBlock(site)))
  const visible: Binding[] = []
  for (let at = lastWhere(bindings.length, (position) => (bindings[position]?.targetSpan.end ?? Infinity) <= site.at); at >= 0; at--) {
    const binding = bindings[at]
    if (binding === undefined || isBeingGiven(binding, site.at)) continue
    visible.unshift(binding)
    if (isAlwaysRun(site.file, binding.block, around)) return { bindings: visible, isSettled: true }
  }
  return { bindings: visible, isSettled: false }
}

/** What is in a block around the site has run, and so has the body of a `with` statement that is over. */
function isAlwaysRun(file: FileFacts, block: number | null, around: ReadonlySet<Block>): boolean {
  for (let at = block; at !== null; at = file.blocks[at]?.parent ?? null) {
    const facts = file.blocks[at]
    if (facts === undefined || around.has(facts)) return true
    if (facts.kind !== 'context') return false
  }
  return true
}

/** The site lies in the value itself: `order = order.pk`. */
function isBeingGiven({ value }: Binding, at: number): boolean {
  return value !== null && value.span.start <= at && at < value.span.end
}

/**
 * The expressions of which a name read at the site holds one. `null` where some of them cannot be told: parameters, loop
 * variables, parts of a tuple, names that are changed in place.
 */
export function valuesOf(name: string, site: Site): readonly Expression[] | null {
  const local = findName(site.file, site.function, name)
  if (local?.kind !== 'variable' && local?.kind !== 'parameter') return null
  const all = local.kind === 'variable' ? local.bindings : local.rebound
  const visible = local.function === site.function ? visibleBindings(all, site) : { bindings: all, isSettled: false }
  if (local.kind === 'parameter' && !visible.isSettled) return null
  const values = visible.bindings.map(({ via, value }) => (via === 'assign' ? value : null))
  return values.includes(null) ? null : values.filter((value) => value !== null)
}

const namesOfLoops = new WeakMap<FileFacts, ReadonlySet<string>>()

/** Every name that some loop or comprehension of the file binds. */
function loopNames(file: FileFacts): ReadonlySet<string> {
  let names = namesOfLoops.get(file)
  if (names === undefined) {
    names = new Set(file.blocks.flatMap((block) => (block.form === 'for' ? block.names : [])))
    namesOfLoops.set(file, names)
  }
  return names
}

/** The loop or comprehension around the site that gives `name` its value there. `null`: none, or the body binds it anew. */
export function loopOf(name: string, site: Site): Block | null {
  if (!loopNames(site.file).has(name)) return null
  for (const block of blocksAround(site.file, innermostBlock(site))) {
    if (block.form !== 'for' || block.subject === null || !block.names.includes(name) || isWithin(site.at, block.subject.span)) continue
    const inside = site.file.functions[block.function]?.bindings.filter(({ target, targetSpan }) => target === name && isWithin(targetSpan.start, block.span))
    return inside === undefined || inside.length <= 1 ? block : null
  }
  return null
}

function isWithin(at: number, span: Block['span']): boolean {
  return span.start <= at && at < span.end
}
