import type { CommitCallback } from '../../analysis/model/dispatch.ts'
import type { Evidence } from '../../analysis/model/finding.ts'
import type { LinkedFile, Project } from '../../analysis/model/project.ts'
import type { Rule, RuleFinding } from '../../analysis/model/rule.ts'

export const rule: Rule = {
  id: 'on-commit-late-binding',
  summary: 'A callback registered in a loop to run after the commit reads a variable of the loop, which has its last value by then.',
  kind: 'correctness',
  preset: 'recommended',
  since: '0.1.0',
  frameworks: ['celery', 'django-tasks'],
  references: ['django-integration#bind-callback-values'],
  check,
}

function check(_project: Project, file: LinkedFile): readonly RuleFinding[] {
  return file.commitCallbacks.flatMap(getCallbackFinding)
}

/** One finding for all names of a callback, because one rewrite binds them all. */
function getCallbackFinding(callback: CommitCallback): readonly RuleFinding[] {
  const [first] = callback.lateBindings
  if (first === undefined) return []
  const names = [...new Set(callback.lateBindings.map(({ name }) => `\`${name}\``))].join(' and ')
  return [
    {
      message: `The callback reads ${names} after the loop has ended; every callback sees the last value, so bind the current value when registering it.`,
      span: first.span,
      related: collectLoops(callback),
      fix: callback.rebinding,
    },
  ]
}

function collectLoops({ lateBindings }: CommitCallback): readonly Evidence[] {
  const byStart = new Map(lateBindings.map(({ loop, name }) => [loop.span.start, { name, loop }]))
  return [...byStart.values()].map(({ name, loop }) => ({ message: `This loop moves \`${name}\` on.`, location: loop }))
}
