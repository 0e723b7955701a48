import type { RuleDefinition } from '@eslint/core'
import type { Rule } from '../analysis/model/rule.ts'
import { ruleUrl } from '../review/rule-url.ts'
import { languages } from './languages.ts'
import { joinRun } from './lint-run.ts'
import { messages, reportFinding } from './report-finding.ts'

/** A rule of the review as a rule of ESLint. It looks at no syntax tree: what it reports was found in the whole project. */
export function adaptRule(rule: Rule): RuleDefinition {
  return {
    meta: {
      type: rule.kind === 'correctness' || rule.kind === 'security' ? 'problem' : 'suggestion',
      docs: { description: rule.summary, url: ruleUrl(rule.id), recommended: rule.preset === 'recommended' },
      fixable: 'code',
      hasSuggestions: true,
      schema: [],
      messages,
      languages: [...languages],
    },
    create(context) {
      const run = joinRun(context, rule.id)
      return run.atRoot(() => {
        for (const finding of run.findings(rule.id)) reportFinding(context, run.source, finding)
      })
    },
  }
}
