import { celery, currentTasks } from '../../frameworks/celery.ts'
import type { Expression } from '../../model/expression.ts'
import type { Span } from '../../model/source.ts'
import type { RetryPolicy } from '../../model/task.ts'
import type { AttributeUse } from '../tasks/attribute-uses.ts'
import { constantOf } from '../inference/constants.ts'
import { isLimitedByHand } from './hand-made-limits.ts'
import type { Inference } from '../inference/inference.ts'
import { recordEntry } from '../facts/record-entry.ts'
import type { Site } from '../facts/site.ts'
import { classesOf, isBaseInSight } from '../tasks/task-bases.ts'
import { usesOfTask } from '../tasks/task-object.ts'
import type { GivenOption, Task } from '../tasks/task-table.ts'
import { textOf } from '../files/text-of.ts'
import { classOf, functionOf } from '../inference/type.ts'
import { writtenValue } from '../inference/written-value.ts'

/** The caps of tasks that say how often they retry: in the decorator, or in a class that they are made from. */
export function taskRetries(types: Inference, tasks: readonly Task[]): readonly RetryPolicy[] {
  const policies = new Map<string, RetryPolicy>()
  for (const task of tasks) {
    const policy = task.definition.framework === celery ? policyOf(types, task) : null
    if (policy !== null) policies.set(`${policy.file}:${String(policy.span.start)}`, policy)
  }
  return [...policies.values()]
}

/** Where a task's own limit is written. */
interface Limit {
  readonly subject: string
  readonly file: string
  readonly span: Span
  readonly text: string
  readonly cap: RetryPolicy['cap']
}

function policyOf(types: Inference, task: Task): RetryPolicy | null {
  if (!task.options.isComplete || task.bases.some((base) => !isBaseInSight(types, base))) return null
  const limit = limitOf(types, task)
  if (limit === null || !isDefaultInKwargs(types, task)) return null
  if (limit.cap === 'unlimited' && (!retries(types, task) || isCappedElsewhere(types, task))) return null
  return { kind: 'task', ...limit }
}

function limitOf(types: Inference, task: Task): Limit | null {
  const option = optionOf(task, 'max_retries')
  if (option === undefined) return inheritedLimit(types, task)
  const { file } = option.site
  const text = option.isOwn ? textOf(types.workspace, file, { start: option.span.start, end: option.value.span.end }) : 'max_retries=None'
  return { subject: task.definition.handlerName, file: file.path, span: option.span, text, cap: capOf(types, option) }
}

/** `max_retries = None` in the body of a class. */
function inheritedLimit(types: Inference, { bases }: Task): Limit | null {
  for (const ref of classesOf(types, bases)) {
    const { body, name } = classOf(ref)
    const binding = ref.file.functions[body]?.bindings.find(({ target }) => target === 'max_retries')
    if (binding === undefined) continue
    if (binding.value === null) return null
    const cap = capOf(types, { value: binding.value, site: { file: ref.file, function: body, at: binding.span.start } })
    return { subject: name, file: ref.file.path, span: binding.targetSpan, text: textOf(types.workspace, ref.file, binding.span), cap }
  }
  return null
}

function capOf(types: Inference, { value, site }: Pick<GivenOption, 'value' | 'site'>): RetryPolicy['cap'] {
  if (isInfinite(types, value, site)) return 'unlimited'
  const constant = constantOf(types, value, site)
  if (constant.state !== 'known') return 'dynamic'
  if (constant.value === null) return 'unlimited'
  return typeof constant.value === 'number' ? constant.value : 'dynamic'
}

/** `float("inf")`, `math.inf` */
function isInfinite(types: Inference, expression: Expression, site: Site): boolean {
  const written = writtenValue(types, expression, site)
  if (written === null) return false
  if (written.expression.kind !== 'call') {
    const type = types.typeOf(written.expression, written.site)
    return type.kind === 'external' && type.name === 'math.inf'
  }
  const call = written.site.file.calls[written.expression.call]
  const given = call?.arguments[0]?.value
  return call?.callee.kind === 'name' && call.callee.name === 'float' && given?.kind === 'literal' && /^\+?inf(inity)?$/i.test(String(given.value))
}

/** The arguments of automatic retries leave the task's limit as it is; `None` in them means "the default". */
function isDefaultInKwargs(types: Inference, task: Task): boolean {
  const option = optionOf(task, 'retry_kwargs')
  if (option === undefined) return !attributeInBases(types, task, 'retry_kwargs')
  const written = writtenValue(types, option.value, option.site)
  if (written?.expression.kind !== 'record' || written.expression.entries.some(({ key }) => key === null)) return false
  const entry = recordEntry(written.expression, 'max_retries')
  return entry === null || capOf(types, { value: entry, site: written.site }) === 'unlimited'
}

/** Something in sight does retry the task: of itself, by hand, or the worker when its process is lost. */
function retries(types: Inference, task: Task): boolean {
  const named = optionOf(task, 'retry_on_worker_lost')
  if (named !== undefined && constantIs(types, named, true)) return true
  return retriesOfItself(types, task) || retryCalls(types, task).length > 0
}

function retriesOfItself(types: Inference, task: Task): boolean {
  return optionOf(task, 'autoretry_for') !== undefined || attributeInBases(types, task, 'autoretry_for')
}

/** Calls by which the task is retried, those through the current task left out that any task may make. */
function retryCalls(types: Inference, task: Task): readonly AttributeUse[] {
  return usesOfTask(types, task, 'retry').filter(({ call, receiver, site }) => {
    const type = types.typeOf(receiver, site)
    return call !== null && !(type.kind === 'external' && currentTasks.has(type.name) && !isWithin(task, site))
  })
}

function isWithin({ handler }: Task, { file, at }: Site): boolean {
  const { span } = functionOf(handler)
  return file === handler.file && at >= span.start && at < span.end
}

/** The body looks at how often it was tried or at the clock, or every retry is given a limit of its own. */
function isCappedElsewhere(types: Inference, task: Task): boolean {
  const calls = retryCalls(types, task)
  const bodies = calls.map(({ site }) => ({ file: site.file, span: functionOf({ file: site.file, index: site.function }).span }))
  const { nameSpan, span } = functionOf(task.handler)
  const own = { file: task.handler.file, span: { start: nameSpan.end, end: span.end } }
  if ([own, ...bodies].some((body) => isLimitedByHand(body.file, body.span))) return true
  if (isAssigned(task, 'max_retries')) return true
  return !retriesOfItself(types, task) && calls.length > 0 && calls.every((use) => namesLimit(types, use))
}

/** `self.max_retries = 5` in the task: its object keeps it. */
function isAssigned({ handler }: Task, name: string): boolean {
  const { bindings, parameters } = functionOf(handler)
  const owners = [parameters[0]?.name, functionOf(handler).name]
  return bindings.some(({ target }) => owners.some((owner) => owner !== undefined && target === `${owner}.${name}`))
}

function namesLimit(types: Inference, { call, site }: AttributeUse): boolean {
  const limit = call?.arguments.find(({ name, spread }) => name === 'max_retries' || spread === 'keyword')
  return limit !== undefined && (limit.spread !== null || !constantIs(types, { value: limit.value, site }, null))
}

function constantIs(types: Inference, { value, site }: { readonly value: GivenOption['value']; readonly site: Site }, wanted: boolean | null): boolean {
  const constant = constantOf(types, value, site)
  return constant.state === 'known' && constant.value === wanted
}

function attributeInBases(types: Inference, { bases }: Task, name: string): boolean {
  return classesOf(types, bases).some((ref) => ref.file.functions[classOf(ref).body]?.bindings.some(({ target }) => target === name) ?? false)
}

function optionOf({ options }: Task, name: string): GivenOption | undefined {
  return options.all.find((option) => option.name === name)
}
