import type { RuleDefinition } from '@eslint/core'
import { silencingUrl } from '../review/rule-url.ts'
import { languages } from './languages.ts'
import { joinRun } from './lint-run.ts'
import { messages, reportFinding } from './report-finding.ts'

/**
 * Reports the comments for the review that silence nothing. Those that name a rule which is switched off for the file are
 * left alone, and so are ESLint's own comments, which ESLint reports itself.
 */
export const unusedSuppressionRule: RuleDefinition = {
  meta: {
    type: 'suggestion',
    docs: { description: 'A comment silences a rule that has nothing to say there.', url: silencingUrl, recommended: true },
    fixable: 'code',
    hasSuggestions: true,
    schema: [],
    messages,
    languages: [...languages],
  },
  create(context) {
    const run = joinRun(context, null)
    return run.atRoot(() => {
      for (const finding of run.unusedComments()) reportFinding(context, run.source, finding)
    })
  },
}
