import type { LinkedFile, Project } from '../../analysis/model/project.ts'
import type { Rule, RuleFinding } from '../../analysis/model/rule.ts'
import type { IdleRetryOption, TaskDefinition } from '../../analysis/model/task.ts'

export const rule: Rule = {
  id: 'retry-options-without-effect',
  summary: 'A task sets options for its retries but never retries by them.',
  kind: 'reliability',
  preset: 'recommended',
  since: '0.1.0',
  frameworks: ['celery'],
  references: [],
  check,
}

function check(_project: Project, file: LinkedFile): readonly RuleFinding[] {
  return file.tasks.flatMap((task) =>
    task.idleRetryOptions.map((option) => ({ message: describe(task, option), span: option.nameSpan })),
  )
}

function describe(task: TaskDefinition, option: IdleRetryOption): string {
  if (option.needs !== null) {
    return `\`${option.name}\` has no effect without \`${option.needs}\`; add \`${option.needs}\`, or remove the option.`
  }
  return `\`${option.name}\` has no effect: nothing in \`${task.handlerName}\` retries; say which errors to retry, or remove the option.`
}
