import { automaticRetryOptions } from '../frameworks/celery.ts'
import type { Argument } from '../model/file-facts.ts'
import type { IdleRetryOption } from '../model/task.ts'
import type { Inference } from './inference.ts'
import { decoratorCallee } from './decorations.ts'
import { keywordSpan } from './keyword-span.ts'
import { isInertBase } from './task-bases.ts'
import type { Decoration } from './task-table.ts'
import { rawText } from './text-of.ts'
import { functionOf, type FunctionRef, type Type } from './type.ts'

/** Retry options that do nothing, where everything that could use them is in sight. */
export function idleRetryOptions(
  types: Inference,
  ref: FunctionRef,
  decoration: Decoration,
  options: readonly Argument[],
  bases: readonly Type[],
): readonly IdleRetryOption[] {
  const names = new Set(options.map(({ name }) => name))
  const isInSight = decoration.wrapper === null && bases.every((base) => isInertBase(types, base))
  const isSpread = decoration.call?.arguments.some(({ spread }) => spread !== null) ?? false
  if (names.has('autoretry_for') || !isInSight || isSpread) return []
  const automatic = options.filter(({ name }) => automaticRetryOptions.has(name ?? ''))
  const idle = automatic.map((option) => ({ name: option.name ?? '', nameSpan: keywordSpan(option), needs: 'autoretry_for' }))
  const cap = options.find(({ name }) => name === 'max_retries')
  if (cap === undefined || cap.value.kind !== 'literal' || mayRetry(types, ref, decoration)) return idle
  return [...idle, { name: 'max_retries', nameSpan: keywordSpan(cap), needs: null }]
}

/** Anything in the task, around it or called with it might ask for a retry. */
export function mayRetry(types: Inference, ref: FunctionRef, decoration: Decoration): boolean {
  const facts = functionOf(ref)
  const hidden = facts.decorators.some((decorator) => {
    if (decorator === decoration.decorator) return false
    const { callee } = decoratorCallee(types, ref, decorator)
    return callee.kind !== 'external' || !callee.name.startsWith('django.')
  })
  if (hidden || /retry|current_task|raise_for_retry/i.test(rawText(types.workspace, ref.file, bodySpan(ref)))) return true
  return passesItself(ref)
}

/** The function without its decorators. */
function bodySpan(ref: FunctionRef): { readonly start: number; readonly end: number } {
  const facts = functionOf(ref)
  return { start: facts.nameSpan.end, end: facts.span.end }
}

/** A bound task that gives itself away may be retried by whoever gets it. */
function passesItself(ref: FunctionRef): boolean {
  const facts = functionOf(ref)
  const self = facts.parameters[0]?.name
  return ref.file.calls.some(
    (call) =>
      call.span.start >= facts.nameSpan.end && call.span.end <= facts.span.end &&
      call.arguments.some(({ value }) => value.kind === 'name' && value.name === self && self === 'self'),
  )
}
