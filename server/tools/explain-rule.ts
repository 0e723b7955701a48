import { packageFile } from '../../analysis/languages/package-files.ts'
import { readFile } from 'node:fs/promises'
import type { Rule } from '../../analysis/model/rule.ts'
import { unusedSuppression } from '../../review/rule-selection.ts'
import { rules } from '../../rules/registry.ts'
import { readSections, type Section } from '../markdown-sections.ts'
import { RequestError } from '../request-error.ts'
import { suggest } from '../suggest.ts'

export interface RuleExplanation extends Pick<Rule, 'id' | 'summary' | 'kind' | 'preset'> {
  readonly title: string
  /** The rule's page in Markdown, whole. */
  readonly document: string
  /** The sections of the page, without its title and summary. */
  readonly sections: readonly Section[]
}

/**
 * Explains the rule `id`, with or without the prefix `taskwise/`, from its page. Throws a `RequestError` that names the rules
 * most like it where there is none of this id.
 */
export async function explainRule(id: string): Promise<RuleExplanation> {
  const wanted = id.trim().replace(/^taskwise\//, '')
  const found = rules.find((rule) => rule.id === wanted)
  if (wanted === unusedSuppression) throw new RequestError(`\`${wanted}\` has no page: a comment silences a rule that reports nothing there, so remove it.`)
  if (found === undefined) throw new RequestError(`There is no rule \`${wanted}\`. ${suggest(wanted, rules.map((rule) => rule.id), 'The rules are')}`)
  const page = packageFile(`rules/${found.id}/rule.md`)
  if (page === null) throw new Error(`The installation is incomplete: the page of \`${found.id}\` is missing.`)
  const document = await readFile(page, 'utf8')
  const { title, sections } = readSections(document)
  return { id: found.id, title, summary: found.summary, kind: found.kind, preset: found.preset, document, sections }
}
