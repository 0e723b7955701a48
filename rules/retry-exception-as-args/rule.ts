import type { LinkedFile, Project } from '../../analysis/model/project.ts'
import type { Rule, RuleFinding } from '../../analysis/model/rule.ts'

export const rule: Rule = {
  id: 'retry-exception-as-args',
  summary: "A retry is given the exception where the task's new arguments belong.",
  kind: 'correctness',
  preset: 'recommended',
  since: '0.1.0',
  frameworks: ['celery'],
  references: ['error-handling#manual-retries'],
  check,
}

function check(_project: Project, file: LinkedFile): readonly RuleFinding[] {
  return file.retryCalls.flatMap(({ misplacedException }) => {
    if (misplacedException === null) return []
    const { text, span, edits } = misplacedException
    return [
      {
        message: `The exception is passed as \`args\`; the retry fails because it takes \`${text}\` for the task's arguments: pass it as \`exc\`.`,
        span,
        fix: edits,
      },
    ]
  })
}
