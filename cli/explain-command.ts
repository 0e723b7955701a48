import { ReviewError } from '../review/review-error.ts'
import { unusedSuppression } from '../review/rule-selection.ts'
import { RequestError } from '../server/request-error.ts'
import { explainRule } from '../server/tools/explain-rule.ts'
import type { Terminal } from './terminal.ts'

const unusedSuppressionPage = `# ${unusedSuppression}

A comment silences a rule that has nothing to say there.

The code was mended, or the comment never stood where the finding is. Left in place, it would hide the next mistake:
remove the rule's id, or the comment. It is a warning; turn it off with \`"${unusedSuppression}": "off"\` in the configuration.
`

/** Prints the page of the rule `id` in Markdown. Throws a ReviewError where there is no such rule. */
export async function runExplain(id: string, terminal: Terminal): Promise<void> {
  terminal.write(id === unusedSuppression ? unusedSuppressionPage : await readPage(id))
}

async function readPage(id: string): Promise<string> {
  try {
    const { document } = await explainRule(id)
    return document.endsWith('\n') ? document : `${document}\n`
  } catch (error) {
    throw error instanceof RequestError ? new ReviewError(error.message) : error
  }
}
