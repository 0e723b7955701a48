import type { Suppression } from '../model/file-facts.ts'
import type { Span } from '../model/source.ts'
import { addSwitch, disabledRanges, noSwitches } from './disabled-ranges.ts'
import { directiveScope, type Lines } from './directive-scope.ts'
import type { Directive } from './directives.ts'
import { wholeLines } from './text-lines.ts'

/** A directive and the comment it is in. */
export interface Request extends Directive {
  readonly comment: Span
}

/**
 * What the comments of a file ask for, with the region that each of them silences. `requests` come in the order of the text; the logical
 * lines are asked for once at most.
 */
export function grantRequests(text: string, requests: readonly Request[], { logical, isBlank }: Lines): Suppression[] {
  let known: readonly Span[] | undefined
  const lines: Lines = { isBlank, logical: () => (known ??= logical()) }
  const switches = noSwitches()
  for (const { reach, rules, comment } of requests) {
    if (reach === 'from-here' || reach === 'up-to-here') addSwitch(switches, reach === 'from-here' ? 'off' : 'on', rules, comment.start)
  }
  return requests.flatMap(({ reach, rules, reason, isForEslint, comment }) => {
    if (reach === 'up-to-here') return []
    const whole = { start: comment.start, end: text.length }
    const ranges = reach === 'from-here' ? disabledRanges(switches, rules, whole) : [{ rules, scope: directiveScope(text, lines, reach, comment) }]
    const written = { reason, ...(isForEslint === true && { isForEslint }), span: comment }
    return ranges.map((range) => ({ ...range, ...written }))
  })
}

/** The code that stands before a comment on its line, without the space around it. */
export function codeBefore(text: string, comment: Span): string {
  return text.slice(wholeLines(text, comment).start, comment.start).trim()
}
