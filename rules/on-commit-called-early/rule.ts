import type { LinkedFile, Project } from '../../analysis/model/project.ts'
import type { Rule, RuleFinding } from '../../analysis/model/rule.ts'

export const rule: Rule = {
  id: 'on-commit-called-early',
  summary: 'A dispatch is called where a callback for after the commit is registered, so it runs at once and its result is registered instead.',
  kind: 'correctness',
  preset: 'recommended',
  since: '0.1.0',
  frameworks: ['celery', 'django-tasks'],
  references: ['django-integration#bind-callback-values'],
  check,
}

function check(_project: Project, file: LinkedFile): readonly RuleFinding[] {
  return file.commitCallbacks.flatMap(({ calledEarly, text }) => {
    if (calledEarly === null) return []
    const registrar = text.slice(text.lastIndexOf('.') + 1)
    const fact = `\`${calledEarly.text}(…)\` is called at once, and its result is registered with \`${registrar}\``
    return [
      {
        message: `${fact}; pass a function that makes the call after the commit.`,
        span: calledEarly.span,
        fix: calledEarly.edits,
      },
    ]
  })
}
