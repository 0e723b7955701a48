import type { PayloadArgument } from '../../analysis/model/dispatch.ts'
import type { LinkedFile, Project } from '../../analysis/model/project.ts'
import type { Rule, RuleFinding } from '../../analysis/model/rule.ts'
import type { PayloadValue, Secret } from '../../analysis/model/value.ts'

export const rule: Rule = {
  id: 'secret-argument',
  summary: "A password, token, key or other secret is written into a task's message.",
  kind: 'security',
  preset: 'recommended',
  since: '0.1.0',
  frameworks: ['celery', 'django-tasks', 'bullmq', 'bull', 'pg-boss'],
  references: ['task-design-patterns#arguments'],
  check,
}

function check(_project: Project, file: LinkedFile): readonly RuleFinding[] {
  const own = file.dispatches.flatMap(({ payload }) => payload.flatMap((argument) => argument.values.flatMap((value) => getSecretFinding(argument, value))))
  const forwarded = file.forwardedPayloads.flatMap(({ argument, dispatch }) =>
    argument.values.flatMap((value) => getSecretFinding(argument, value).map((finding) => ({ ...finding, related: [{ message: `\`${dispatch.text}\` sends it here.`, location: dispatch }] }))),
  )
  return [...own, ...forwarded]
}

function getSecretFinding(argument: PayloadArgument, value: PayloadValue): readonly RuleFinding[] {
  if (value.secret === null) return []
  const name = nameValue(argument, value)
  const reason = name.includes(value.secret.evidence) ? '' : `${explain(value.secret)}, and `
  return [
    {
      message: `${name} puts a secret in the task's message; ${reason}the broker and the logs keep it in clear text: let the task look it up itself.`,
      span: value.span,
    },
  ]
}

const plainReference = /^[A-Za-z_$][\w$]*(?:(?:\?\.|!?\.)[\w$]+)*!?(?:\[(['"])\w+\1\]|\.get\((['"])\w+\2\))?$/

/** Shows the words of a plain reference only: any other expression may spell out the secret itself. */
function nameValue(argument: PayloadArgument, value: PayloadValue): string {
  const isShowable = value.shape.kind !== 'literal' && value.secret?.kind !== 'literal' && plainReference.test(value.text)
  const name = isShowable ? value.text : argument.name
  return name === null ? 'This argument' : `\`${name}\``
}

function explain(secret: Secret): string {
  switch (secret.kind) {
    case 'name':
      return `it goes by the name \`${secret.evidence}\``
    case 'origin':
      return `it comes from \`${secret.evidence}\``
    case 'literal':
      return `it looks like ${secret.evidence}`
  }
}
