import type { Suppression } from '../../model/file-facts.ts'
import type { Span } from '../../model/source.ts'
import { codeBefore, grantRequests, type Request } from '../suppressions.ts'
import { readDirectives } from './directives.ts'
import { logicalLines } from './logical-lines.ts'
import { spanOf } from './nodes.ts'
import type { SyntaxTree } from './syntax-tree.ts'

const traces = /noqa|taskwise|eslint/i
const blankLine = /^\s*(#.*)?$/

/** The comments that silence rules, with the region that each one silences. */
export function readSuppressions(text: string, tree: SyntaxTree): Suppression[] {
  if (!traces.test(text)) return []
  const requests = tree.comments.flatMap((comment) => requestsIn(text, comment))
  return requests.length === 0 ? [] : grantRequests(text, requests, { logical: () => logicalLines(tree.root), isBlank: (line) => blankLine.test(line) })
}

function requestsIn(text: string, comment: Span): Request[] {
  const written = text.slice(comment.start, comment.end)
  if (!traces.test(written)) return []
  return readDirectives(written, codeBefore(text, comment) === '').map((directive) => ({ ...directive, comment: spanOf(comment) }))
}
