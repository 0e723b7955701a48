import type { RuleContext, RuleFixer, SuggestedEdit } from '@eslint/core'
import type { Edit } from '../analysis/model/source.ts'
import { withLineEnds } from '../review/apply-edits.ts'
import type { FoundPlace } from '../review/check-rules.ts'
import { disableForLine } from './language/disable-for-line.ts'
import { PythonSourceCode } from './language/python-source-code.ts'
import type { LintedSource } from './linted-source.ts'

/** The review has worded what is found and what is suggested. */
export const messages: Readonly<Record<'finding' | 'suggestion' | 'disable', string>> = {
  finding: '{{message}}',
  suggestion: '{{message}}',
  disable: 'Disable {{rule}} for this line.',
}

/** Reports a finding with its fix, its suggestions and, in Python, the comment that silences it. */
export function reportFinding(context: RuleContext, source: LintedSource, { message, span, fix, suggestions }: FoundPlace): void {
  context.report({
    messageId: 'finding',
    data: { message },
    loc: { start: source.position(span.start), end: source.position(span.end) },
    fix: fix.length === 0 ? null : fixerOf(fix, source.text),
    suggest: [
      ...suggestions.map((each) => suggestion('suggestion', { message: each.message }, fixerOf(each.edits, source.text))),
      ...disabling(context, span.start),
    ],
  })
}

/** Editors know how to silence a rule in JavaScript; in Python they would write `//`. */
function disabling({ id, sourceCode }: RuleContext, offset: number): readonly SuggestedEdit[] {
  if (!(sourceCode instanceof PythonSourceCode)) return []
  return [suggestion('disable', { rule: id }, fixerOf([disableForLine(sourceCode, offset, id)], sourceCode.text))]
}

function suggestion(messageId: keyof typeof messages, data: Record<string, string>, fix: RuleFixer): SuggestedEdit {
  return { messageId, data, fix }
}

function fixerOf(edits: readonly Edit[], text: string): RuleFixer {
  return (fixer) => edits.map((edit) => fixer.replaceTextRange([edit.span.start, edit.span.end], withLineEnds(edit, text).text))
}
