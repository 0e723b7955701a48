import type { LinkedFile, Project } from '../../analysis/model/project.ts'
import type { Rule, RuleFinding } from '../../analysis/model/rule.ts'
import type { IdleRetryOption, TaskDefinition } from '../../analysis/model/task.ts'

export const rule: Rule = {
  id: 'retry-options-without-effect',
  summary: 'A task sets options for its retries but never retries by them.',
  kind: 'reliability',
  preset: 'recommended',
  since: '0.1.0',
  frameworks: ['celery', 'bullmq', 'bull', 'pg-boss'],
  references: ['error-handling#automatic-retries'],
  check,
}

function check(_project: Project, file: LinkedFile): readonly RuleFinding[] {
  const ofTasks = file.tasks.flatMap((task) =>
    task.idleRetryOptions.map((option) => ({
      message: option.needs === null ? describeUnused(task, option) : describe(option, option.needs),
      span: option.nameSpan,
    })),
  )
  const ofDispatches = file.idleDispatchOptions.flatMap((option) => (option.needs === null ? [] : [{ message: describe(option, option.needs), span: option.nameSpan }]))
  return [...ofTasks, ...ofDispatches]
}

function describe({ name, disabledBy, isRefused }: IdleRetryOption, needs: string): string {
  if (isRefused) return `\`${name}\` is refused without \`${needs}\`, and so is what it is given with; add \`${needs}\`, or remove the option.`
  if (disabledBy !== undefined) return `\`${name}\` has no effect: \`${disabledBy}\` leaves nothing to retry; raise \`${needs}\`, or remove the option.`
  return `\`${name}\` has no effect without \`${needs}\`; add \`${needs}\`, or remove the option.`
}

function describeUnused({ handlerName }: TaskDefinition, { name }: IdleRetryOption): string {
  return `\`${name}\` has no effect: nothing in \`${handlerName}\` retries; say which errors to retry, or remove the option.`
}
