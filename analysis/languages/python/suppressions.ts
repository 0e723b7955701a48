import type { Suppression } from '../../model/file-facts.ts'
import type { Span } from '../../model/source.ts'
import { addSwitch, disabledRanges, noSwitches } from './disabled-ranges.ts'
import { directiveScope } from './directive-scope.ts'
import { readDirectives, type Directive } from './directives.ts'
import { logicalLines } from './logical-lines.ts'
import { spanOf } from './nodes.ts'
import type { SyntaxTree } from './syntax-tree.ts'
import { wholeLines } from './text-lines.ts'

/** A directive and the comment it is in. */
interface Request extends Directive {
  readonly comment: Span
}

const traces = /noqa|taskwise|eslint/i

/** The comments that silence rules, with the region that each one silences. */
export function readSuppressions(text: string, tree: SyntaxTree): Suppression[] {
  if (!traces.test(text)) return []
  const requests = tree.comments.flatMap((comment) => requestsIn(text, comment))
  if (requests.length === 0) return []
  const lines = logicalLines(tree.root)
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

function requestsIn(text: string, comment: Span): Request[] {
  const written = text.slice(comment.start, comment.end)
  if (!traces.test(written)) return []
  return readDirectives(written, standsAlone(text, comment)).map((directive) => ({ ...directive, comment: spanOf(comment) }))
}

function standsAlone(text: string, comment: Span): boolean {
  return text.slice(wholeLines(text, comment).start, comment.start).trim() === ''
}
