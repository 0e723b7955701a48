import type { Dispatch, PayloadArgument } from '../../analysis/model/dispatch.ts'
import type { LinkedFile, Project } from '../../analysis/model/project.ts'
import type { Rule, RuleFinding } from '../../analysis/model/rule.ts'

export const rule: Rule = {
  id: 'dispatch-option-as-argument',
  summary: 'An option of the dispatch, such as a delay or a queue, is given where the arguments of the task go.',
  kind: 'correctness',
  preset: 'recommended',
  since: '0.1.0',
  frameworks: ['celery'],
  references: ['task-design-patterns#call-with-options'],
  check,
}

function check(_project: Project, file: LinkedFile): readonly RuleFinding[] {
  return file.dispatches.flatMap((dispatch) => dispatch.payload.flatMap((argument) => getOptionFinding(dispatch, argument)))
}

function getOptionFinding({ task }: Dispatch, argument: PayloadArgument): readonly RuleFinding[] {
  const { name, optionOf, span } = argument
  if (name === null || optionOf === null || task === null || task.signature === null) return []
  const { acceptsAnyKeyword, parameters } = task.signature
  if (acceptsAnyKeyword || parameters.includes(name)) return []
  const fact = `\`${name}\` is passed to the task \`${task.handlerName}\` as an argument, not as an option`
  return [
    {
      message: `${fact}; the task has no such parameter: give it to \`${optionOf}\`, which takes options.`,
      span,
      related: [
        {
          message: `\`${task.handlerName}\` takes ${listParameters(parameters)}.`,
          location: { file: task.file, span: task.nameSpan },
        },
      ],
    },
  ]
}

function listParameters(parameters: readonly string[]): string {
  return parameters.length === 0 ? 'no arguments' : parameters.map((name) => `\`${name}\``).join(', ')
}
