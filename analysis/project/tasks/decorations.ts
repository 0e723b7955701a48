import { celery, taskDecorators } from '../../frameworks/celery.ts'
import { djangoTaskDecorators, djangoTasks } from '../../frameworks/django-tasks.ts'
import type { Call, Decorator } from '../../model/file-facts.ts'
import { callsNamed } from '../facts/called-names.ts'
import type { Inference } from '../inference/inference.ts'
import { callSite, functionsAround } from '../facts/site.ts'
import type { Decoration } from './task-table.ts'
import { functionOf, refKey, type FunctionRef, type Type } from '../inference/type.ts'

/** The decorator that makes a task of a function, the framework's own or one of the project that wraps it. */
export function findDecoration(types: Inference, ref: FunctionRef): Decoration | null {
  for (const decorator of functionOf(ref).decorators) {
    const { call, callee } = decoratorCallee(types, ref, decorator)
    const framework = frameworkOf(callee)
    if (framework !== null) return { framework, decorator, call, wrapper: null }
    if (callee.kind === 'function' && wrapsTaskDecorator(types, callee.ref)) return { framework: celery, decorator, call, wrapper: callee.ref }
  }
  return null
}

/** What stands behind the decorator sign, and the call there if there is one. */
export function decoratorCallee(types: Inference, ref: FunctionRef, decorator: Decorator): { call: Call | null; callee: Type } {
  const { expression } = decorator
  const call = expression.kind === 'call' ? (ref.file.calls[expression.call] ?? null) : null
  const facts = functionOf(ref)
  const owner = facts.kind === 'method' && facts.class !== null ? ref.file.classes[facts.class]?.body : facts.parent
  const site = { file: ref.file, function: owner ?? 0, at: decorator.span.start }
  return { call, callee: types.typeOf(call?.callee ?? expression, site) }
}

function frameworkOf(type: Type): string | null {
  if (type.kind !== 'external') return null
  if (taskDecorators.has(type.name)) return celery
  return djangoTaskDecorators.has(type.name) ? djangoTasks : null
}

const wrappers = new WeakMap<Inference, Map<string, boolean>>()

/** A function of the project that calls a task decorator itself, one level deep. */
export function wrapsTaskDecorator(types: Inference, ref: FunctionRef): boolean {
  const known = wrappers.get(types) ?? new Map<string, boolean>()
  wrappers.set(types, known)
  const key = refKey(ref)
  const wraps = known.get(key) ?? callsTaskDecorator(types, ref)
  known.set(key, wraps)
  return wraps
}

const decoratorNames = [...new Set([...taskDecorators].map((name) => name.slice(name.lastIndexOf('.') + 1)))]

function callsTaskDecorator(types: Inference, ref: FunctionRef): boolean {
  const facts = functionOf(ref)
  return decoratorNames.flatMap((name) => callsNamed(ref.file, name)).some((call) => {
    if (call.span.start < facts.span.start || call.span.end > facts.span.end) return false
    if (!functionsAround(ref.file, call.function).includes(facts)) return false
    return frameworkOf(types.typeOf(call.callee, callSite(ref.file, call))) === celery
  })
}
