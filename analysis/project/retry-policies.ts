import type { Argument, FileFacts } from '../model/file-facts.ts'
import type { RetryPolicy } from '../model/task.ts'
import type { Expression } from '../model/expression.ts'
import { constantOf } from './constants.ts'
import { decoratorCallee } from './decorations.ts'
import type { DispatchCall } from './dispatches.ts'
import type { Inference } from './inference.ts'
import { retryLoopsIn } from './retry-loops.ts'
import { callSite, type Site } from './site.ts'
import type { Task } from './task-table.ts'
import { rawText, textOf } from './text-of.ts'
import { classOf, functionOf } from './type.ts'

/** Everything in a file that repeats work after a failure, with its cap where one can be told. */
export function retryPoliciesIn(
  types: Inference,
  file: FileFacts,
  tasks: readonly Task[],
  dispatches: readonly DispatchCall[],
  isTaskWork: (index: number) => boolean,
): readonly RetryPolicy[] {
  return [
    ...tasks.flatMap((task) => taskPolicy(types, task)),
    ...baseClassPolicies(types, file),
    ...decoratorPolicies(types, file),
    ...dispatches.flatMap((made) => dispatchPolicy(types, made)),
    ...retryLoopsIn(types, file, isTaskWork),
  ]
}

function taskPolicy(types: Inference, task: Task): readonly RetryPolicy[] {
  const { definition, handler, options } = task
  const site: Site = { file: handler.file, function: functionOf(handler).parent ?? 0, at: definition.anchor.start }
  const kwargs = options.all.find(({ name }) => name === 'retry_kwargs')?.value
  const inner = kwargs?.kind === 'record' ? kwargs.entries.find(({ key }) => key?.kind === 'literal' && key.value === 'max_retries') : undefined
  const outer = options.all.find(({ name }) => name === 'max_retries')
  const decisive = inner ?? outer
  if (decisive === undefined || definition.idleRetryOptions.some(({ needs }) => needs === null)) return []
  if (inner !== undefined && definition.idleRetryOptions.some(({ name }) => name === 'retry_kwargs')) return []
  const cap = capOf(types, decisive.value, site)
  const span = inner === undefined && outer !== undefined ? outer.span : (inner?.key?.span ?? definition.anchor)
  const text = inner === undefined ? 'max_retries=None' : '"max_retries": None'
  return [
    {
      kind: 'task', subject: definition.handlerName, file: definition.file, span,
      cap: cap === 'unlimited' && isCappedByHand(types, task) ? 'dynamic' : cap, text,
    },
  ]
}

function capOf(types: Inference, value: Expression, site: Site): RetryPolicy['cap'] {
  const constant = constantOf(types, value, site)
  if (constant.state !== 'known') return 'dynamic'
  if (constant.value === null) return 'unlimited'
  return typeof constant.value === 'number' ? constant.value : 'dynamic'
}

/** The body looks at how often it was tried, at the clock, or gives each retry its own cap. */
function isCappedByHand(types: Inference, task: Task): boolean {
  const facts = functionOf(task.handler)
  const body = rawText(types.workspace, task.handler.file, { start: facts.nameSpan.end, end: facts.span.end })
  return /request\.retries|max_retries|deadline|give_up|expires_at/i.test(body)
}

/** `max_retries = None` in the body of a task class, for every task made from it. */
function baseClassPolicies(types: Inference, file: FileFacts): readonly RetryPolicy[] {
  return file.classes.flatMap((facts, index) => {
    if (!types.family({ file, index }).externals.has('celery.Task')) return []
    const binding = file.functions[facts.body]?.bindings.find(({ target }) => target === 'max_retries')
    if (binding?.value?.kind !== 'literal' || binding.value.value !== null) return []
    const text = rawText(types.workspace, file, classOf({ file, index }).span)
    if (/request\.retries|deadline/.test(text)) return []
    const policy: RetryPolicy = {
      kind: 'task', subject: facts.name, file: file.path, span: binding.targetSpan, cap: 'unlimited', text: 'max_retries = None',
    }
    return [policy]
  })
}

/** tenacity retries for ever unless it is told when to stop. */
function decoratorPolicies(types: Inference, file: FileFacts): readonly RetryPolicy[] {
  return file.functions.flatMap((facts, index) =>
    facts.decorators.flatMap((decorator) => {
      const { call, callee } = decoratorCallee(types, { file, index }, decorator)
      if (callee.kind !== 'external' || callee.name !== 'tenacity.retry') return []
      const isCapped = call?.arguments.some(({ name, spread }) => name === 'stop' || spread !== null) ?? false
      const isSelective = call?.arguments.some(({ name }) => name === 'retry') ?? false
      if (isCapped || (isSelective && call?.arguments.some(({ value }) => value.kind === 'unknown'))) return []
      const policy: RetryPolicy = {
        kind: 'decorator', subject: facts.name, file: file.path, span: decorator.span, cap: 'unlimited', text: textOf(types.workspace, file, decorator.span),
      }
      return [policy]
    }),
  )
}

/** `retry_policy={"max_retries": None}`: the publisher tries for ever. */
function dispatchPolicy(types: Inference, { call, dispatch, file }: DispatchCall): readonly RetryPolicy[] {
  const option = call.arguments.find(({ name }) => name === 'retry_policy')
  const entry = maxRetriesEntry(option)
  if (entry === undefined || capOf(types, entry.value, callSite(file, call)) !== 'unlimited') return []
  return [
    {
      kind: 'dispatch', subject: dispatch.text, file: file.path, span: entry.key?.span ?? entry.value.span, cap: 'unlimited',
      text: textOf(types.workspace, file, { start: entry.key?.span.start ?? entry.value.span.start, end: entry.value.span.end }),
    },
  ]
}

function maxRetriesEntry(option: Argument | undefined): { readonly key: Expression | null; readonly value: Expression } | undefined {
  if (option?.value.kind !== 'record') return undefined
  return option.value.entries.find(({ key }) => key?.kind === 'literal' && key.value === 'max_retries')
}
