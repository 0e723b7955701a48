import type { LinkedFile, Project } from '../../analysis/model/project.ts'
import type { Rule, RuleFinding } from '../../analysis/model/rule.ts'
import type { StrangeOption } from '../../analysis/model/task.ts'

export const rule: Rule = {
  id: 'unknown-task-option',
  summary: 'A task or a dispatch is given an option that does not exist and is silently ignored.',
  kind: 'correctness',
  preset: 'recommended',
  since: '0.1.0',
  frameworks: ['celery'],
  references: ['task-design-patterns#call-with-options'],
  check,
}

function check(_project: Project, file: LinkedFile): readonly RuleFinding[] {
  return [...file.tasks, ...file.dispatches].flatMap(({ strangeOptions }) => strangeOptions).map(getOptionFinding)
}

function getOptionFinding(option: StrangeOption): RuleFinding {
  const kind = option.of === 'a task' ? 'a task option' : `an option of \`${option.of}\``
  const fact = `\`${option.name}\` is not ${kind}`
  if (option.meant === null) {
    return { message: `${fact}; it has no effect, so remove it.`, span: option.nameSpan }
  }
  return {
    message: `${fact}; did you mean \`${option.meant}\`? As it stands it has no effect.`,
    span: option.nameSpan,
    suggestions: [
      { message: `Rename it to \`${option.meant}\`.`, edits: [{ span: option.nameSpan, text: option.meant }] },
    ],
  }
}
