import type { LinkedFile, Project } from '../../analysis/model/project.ts'
import type { Rule, RuleFinding } from '../../analysis/model/rule.ts'

export const rule: Rule = {
  id: 'blocking-result',
  summary: "A task waits for another task's result.",
  kind: 'reliability',
  preset: 'recommended',
  since: '0.1.0',
  frameworks: ['celery'],
  references: ['task-design-patterns#no-waiting-in-tasks'],
  check,
}

function check(_project: Project, file: LinkedFile): readonly RuleFinding[] {
  return file.resultWaits.map(({ method, insideTask, span, path, wait }) => ({
    message: `\`${method}\` waits for another task inside the task \`${insideTask}\`; the waiting worker may be the one that is needed: chain the tasks, or continue in a callback.`,
    span,
    related: [
      ...path.map((location) => ({ message: `\`${insideTask}\` gets there through this call.`, location })),
      ...(wait === null ? [] : [{ message: `\`${method}\` is called here.`, location: wait }]),
    ],
  }))
}
