import type { Span } from '../../model/source.ts'
import { firstIndex } from './ordered.ts'

/** Where rules are switched on again: offsets in the order of the text. */
export interface RangeEnds {
  readonly ofAll: number[]
  readonly byRule: Map<string, number[]>
}

/** Notes that rules (`null`: every rule) are switched on again at an offset after those noted before. */
export function addRangeEnd({ ofAll, byRule }: RangeEnds, rules: readonly string[] | null, at: number): void {
  if (rules === null) ofAll.push(at)
  for (const rule of rules ?? []) {
    const known = byRule.get(rule)
    if (known === undefined) byRule.set(rule, [at])
    else known.push(at)
  }
}

/**
 * The regions from `start` in which rules (`null`: every rule) are switched off; one for every place where some of them
 * are switched on again. Every rule together is switched on again only together.
 */
export function disabledRanges(
  ends: RangeEnds,
  rules: readonly string[] | null,
  { start, end }: Span,
): readonly { readonly rules: readonly string[] | null; readonly scope: Span }[] {
  const nextAfter = (offsets: readonly number[]): number => offsets[firstIndex(offsets, (offset) => offset > start)] ?? end
  const endOfAll = nextAfter(ends.ofAll)
  if (rules === null) return [{ rules, scope: { start, end: endOfAll } }]
  const rulesByEnd = new Map<number, string[]>()
  for (const rule of rules) {
    const stop = Math.min(endOfAll, nextAfter(ends.byRule.get(rule) ?? []))
    const stopped = rulesByEnd.get(stop)
    if (stopped === undefined) rulesByEnd.set(stop, [rule])
    else stopped.push(rule)
  }
  return [...rulesByEnd].map(([stop, stopped]) => ({ rules: stopped, scope: { start, end: stop } }))
}
