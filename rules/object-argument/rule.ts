import type { Dispatch } from '../../analysis/model/dispatch.ts'
import type { LinkedFile, Project } from '../../analysis/model/project.ts'
import type { Rule, RuleFinding } from '../../analysis/model/rule.ts'
import type { PayloadValue, ValueShape } from '../../analysis/model/value.ts'

export const rule: Rule = {
  id: 'object-argument',
  summary: 'A live object (a model instance, query set, form, request, open file or lock) is passed to a task instead of plain data.',
  kind: 'correctness',
  preset: 'recommended',
  since: '0.1.0',
  frameworks: ['celery', 'django-tasks', 'bullmq', 'bull', 'pg-boss'],
  references: ['task-design-patterns#arguments', 'django-integration#stale-rows'],
  check,
}

interface Description {
  readonly noun: string
  readonly advice: string
}

/** What a shape is called, and what to send in its place. Shapes that are not here travel well, or nobody can tell. */
const objects: Partial<Record<ValueShape['kind'], Description>> = {
  entity: { noun: 'a model instance', advice: 'it does not fit in a message and would be stale when the task runs, so send its identifier' },
  'query-set': { noun: 'a query set', advice: 'send a list of identifiers and repeat the query in the task' },
  request: { noun: 'an HTTP request', advice: 'it ends with the response, so send the few values the task needs' },
  form: { noun: 'a form', advice: 'send the identifier of what it saved, or its plain values' },
  file: { noun: 'an open file', advice: 'it means nothing in another process, so store the content and send its name' },
  lock: { noun: 'a lock', advice: 'it cannot be held from another process, so let the task take the lock itself' },
}

const copiedEntity = { noun: 'a model instance', advice: 'the message holds a copy of its fields, stale and without its methods when the task runs, so send its identifier' }

const manyEntities = { noun: 'a collection of model instances', advice: 'they do not fit in a message and would be stale when the task runs, so send their identifiers' }

const manyCopies = {
  noun: 'a collection of model instances',
  advice: 'the message holds copies of their fields, stale and without their methods when the task runs, so send their identifiers',
}

function check(_project: Project, file: LinkedFile): readonly RuleFinding[] {
  const own = file.dispatches.flatMap((dispatch) => dispatch.payload.flatMap(({ values }) => values.flatMap((value) => getValueFinding(value, dispatch))))
  const forwarded = file.forwardedPayloads.flatMap(({ argument, dispatch }) =>
    argument.values.flatMap((value) => getValueFinding(value, dispatch).map((finding) => ({ ...finding, related: [{ message: `\`${dispatch.text}\` sends it here.`, location: dispatch }] }))),
  )
  return [...own, ...forwarded]
}

function describe({ kind, isMany }: ValueShape, { objects: fate }: Dispatch): Description | undefined {
  if (kind !== 'entity') return objects[kind]
  if (isMany === true) return fate === 'copied' ? manyCopies : manyEntities
  return fate === 'copied' ? copiedEntity : objects.entity
}

function getValueFinding(value: PayloadValue, dispatch: Dispatch): readonly RuleFinding[] {
  const object = describe(value.shape, dispatch)
  if (object === undefined) return []
  const ofClass = value.shape.className === null ? '' : ` (\`${value.shape.className}\`)`
  const message = `\`${value.text}\` is ${object.noun}${ofClass}; ${object.advice}.`
  if (value.identifierText === null) return [{ message, span: value.span }]
  return [
    {
      message,
      span: value.span,
      suggestions: [
        {
          message: `Send \`${value.identifierText}\`, and load the object in the task.`,
          edits: [{ span: value.span, text: value.isShorthand ? `${value.text}: ${value.identifierText}` : value.identifierText }],
        },
      ],
    },
  ]
}
