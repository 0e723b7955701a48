import type { Span } from '../model/source.ts'
import { firstIndex } from './ordered.ts'

/** Where rules are switched off and on again: offsets in the order of the text. */
export interface Switches {
  readonly allOff: number[]
  readonly allOn: number[]
  readonly onByRule: Map<string, number[]>
  /** The same once more, for those who look at a stretch of the text. */
  readonly on: Reopening[]
}

/** From `start` on, a rule is no longer silenced. */
interface Reopening {
  readonly rule: string
  readonly start: number
}

/** A region in which rules (`null`: every rule) are switched off, up to where some of them are switched on again. */
interface DisabledRange {
  readonly rules: readonly string[] | null
  readonly scope: Span
  readonly except?: readonly Reopening[]
}

export function noSwitches(): Switches {
  return { allOff: [], allOn: [], onByRule: new Map(), on: [] }
}

/** Notes a comment that switches rules (`null`: every rule) off or on at an offset after those noted before. */
export function addSwitch(switches: Switches, to: 'off' | 'on', rules: readonly string[] | null, start: number): void {
  if (to === 'off') {
    if (rules === null) switches.allOff.push(start)
    return
  }
  if (rules === null) switches.allOn.push(start)
  for (const rule of rules ?? []) {
    switches.on.push({ rule, start })
    const known = switches.onByRule.get(rule)
    if (known === undefined) switches.onByRule.set(rule, [start])
    else known.push(start)
  }
}

/**
 * The regions from `start` in which rules (`null`: every rule) are switched off: for rules, one for every place where some of
 * them are switched on again.
 */
export function disabledRanges(switches: Switches, rules: readonly string[] | null, { start, end }: Span): readonly DisabledRange[] {
  const nextAfter = (offsets: readonly number[]): number => offsets[firstIndex(offsets, (offset) => offset > start)] ?? end
  const endOfAll = nextAfter(switches.allOn)
  // The next comment of this kind takes over, so that no comment that switches a rule on is listed twice.
  if (rules === null) return [allDisabled(switches.on, { start, end: Math.min(endOfAll, nextAfter(switches.allOff)) })]
  const rulesByEnd = new Map<number, string[]>()
  for (const rule of rules) {
    const stop = Math.min(endOfAll, nextAfter(switches.onByRule.get(rule) ?? []))
    const stopped = rulesByEnd.get(stop)
    if (stopped === undefined) rulesByEnd.set(stop, [rule])
    else stopped.push(rule)
  }
  return [...rulesByEnd].map(([stop, stopped]) => ({ rules: stopped, scope: { start, end: stop } }))
}

function allDisabled(on: readonly Reopening[], scope: Span): DisabledRange {
  const first = firstIndex(on, ({ start }) => start > scope.start)
  const except = on.slice(first, firstIndex(on, ({ start }) => start >= scope.end))
  return except.length === 0 ? { rules: null, scope } : { rules: null, scope, except }
}
