import type { ts } from 'ts-morph'
import type { Suppression } from '../../model/file-facts.ts'
import { readEslintConfig, readEslintDirective, readOwnDirective, type Directive } from '../directives.ts'
import { codeBefore, grantRequests, type Request } from '../suppressions.ts'
import { commentsIn, type Comment } from './comments.ts'
import type { Compiler } from './compiler.ts'
import { logicalLines } from './logical-lines.ts'

const traces = /taskwise|eslint[-\s]/

/** Lines of space and comments. */
const blankLine = /^\s*(?:\/\/.*|\/\*.*|\*.*)?$/

/** The comments that silence rules, with the region that each one silences. */
export function readSuppressions(ts: Compiler, source: ts.SourceFile, text: string): Suppression[] {
  if (!traces.test(text)) return []
  const requests = commentsIn(ts, source, text).flatMap((comment) => requestsIn(text, comment))
  return requests.length === 0 ? [] : grantRequests(text, requests, { logical: () => logicalLines(ts, source), isBlank: (line) => blankLine.test(line) })
}

function requestsIn(text: string, comment: Comment): Request[] {
  const { start, end, isBlock } = comment
  const written = text.slice(start, end)
  if (!traces.test(written)) return []
  const body = isBlock ? written.slice(2, written.endsWith('*/') ? -2 : undefined) : written.slice(2)
  const own = readOwnDirective(body.split(partSigns), standsAlone(text, comment))
  const directives = [own, ...eslintDirectives(body, isBlock)].filter((directive) => directive !== null)
  return directives.map((directive) => ({ ...directive, comment: { start, end } }))
}

/** In markup a comment stands in braces. */
function standsAlone(text: string, comment: Comment): boolean {
  const before = codeBefore(text, comment)
  return before === '' || before === '{'
}

/** What may stand before a request of ours inside a comment: another comment's sign, or the star of a line. */
const partSigns = /\/\/(?=\s*taskwise)|^\*|\n\s*\*?/

/** As ESLint reads them: up to the end of the line only what is said about this line or the next, and of this line only on one. */
function eslintDirectives(body: string, isBlock: boolean): (Directive | null)[] {
  const directive = readEslintDirective(body)
  if (!isBlock) return directive?.reach === 'line' || directive?.reach === 'next-line' ? [directive] : []
  return [directive?.reach === 'line' && body.includes('\n') ? null : directive, readEslintConfig(body)]
}
