import { ConfigCommentParser, Directive, type RulesConfig, type SourceLocation } from '@eslint/plugin-kit'
import { configuresRules } from '../../analysis/languages/directives.ts'
import { removalRange } from './directive-removal.ts'
import type { PythonNode } from './python-node.ts'

/** What a comment says to ESLint itself. */
export interface CommentDirective {
  readonly comment: PythonNode
  readonly kind: 'eslint' | 'disable' | 'enable' | 'disable-line' | 'disable-next-line'
  /** Rule ids, or the configuration of rules; empty where all rules are meant. */
  readonly value: string
  readonly reason: string
}

interface InlineConfigs {
  readonly configs: { config: { rules: RulesConfig }; loc: SourceLocation }[]
  readonly problems: { ruleId: null; message: string; loc: SourceLocation }[]
}

const parser = new ConfigCommentParser()

const kinds: ReadonlyMap<string, CommentDirective['kind']> = new Map([
  ['eslint', 'eslint'],
  ['eslint-disable', 'disable'],
  ['eslint-enable', 'enable'],
  ['eslint-disable-line', 'disable-line'],
  ['eslint-disable-next-line', 'disable-next-line'],
])

/** The comments that ESLint has to obey, in the order of the text. */
export function readDirectives(comments: readonly PythonNode[]): readonly CommentDirective[] {
  return comments.map(readDirective).filter((directive) => directive !== null)
}

function readDirective(comment: PythonNode): CommentDirective | null {
  const found = parser.parseDirective(comment.text.slice(1))
  const kind = found === undefined ? undefined : kinds.get(found.label)
  if (found === undefined || kind === undefined || (kind === 'eslint' && !configuresRules(found.value))) return null
  return { comment, kind, value: found.value, reason: found.justification }
}

/** Where rules are switched off and on. */
export function disableDirectives(directives: readonly CommentDirective[], text: string): Directive[] {
  return directives.flatMap(({ kind, comment, value, reason }) => {
    if (kind === 'eslint') return []
    const node = { type: comment.type, loc: comment.loc, range: removalRange(text, comment) }
    return [new Directive({ type: kind, node, value, justification: reason })]
  })
}

/** The configuration of rules that stands in comments, and what is wrong with it. */
export function inlineConfigs(directives: readonly CommentDirective[]): InlineConfigs {
  const result: InlineConfigs = { configs: [], problems: [] }
  for (const { kind, comment, value } of directives) {
    if (kind !== 'eslint') continue
    const parsed = parser.parseJSONLikeConfig(value)
    if (parsed.ok) result.configs.push({ config: { rules: parsed.config }, loc: comment.loc })
    else result.problems.push({ ruleId: null, message: parsed.error.message, loc: comment.loc })
  }
  return result
}
