import type { Expression } from '../../model/expression.ts'
import type { Call, FileFacts, FunctionFacts } from '../../model/file-facts.ts'
import { visitExpression } from '../facts/expression-walk.ts'
import type { Inference } from '../inference/inference.ts'
import { functionsAround } from '../facts/site.ts'
import { classesOf, isBaseInSight } from './task-bases.ts'
import type { Task } from './task-table.ts'
import { rawText } from '../files/text-of.ts'
import { classOf, functionOf, type FunctionRef } from '../inference/type.ts'

/** The methods of a task that one method goes through on its way to the broker, itself first. */
const routes: Readonly<Record<string, readonly string[]>> = {
  delay: ['delay', 'apply_async'],
  apply_async: ['apply_async'],
  delay_on_commit: ['delay_on_commit', 'delay', 'apply_async'],
  apply_async_on_commit: ['apply_async_on_commit', 'apply_async'],
  retry: ['retry', 'apply_async'],
}
const laterRoute: readonly string[] = ['apply_async']

/** The project's own class of the task has the method, or a base of it is out of sight. */
export function isOverridden(types: Inference, task: Task, method: string): boolean {
  return task.bases.some((base) => !isBaseInSight(types, base)) || overridesOf(types, task, [method]).length > 0
}

/** What is handed to the method is what the message holds, as far as the project's own versions of the methods show. */
export function passesPayload(types: Inference, task: Task, method: string): boolean {
  if (task.bases.some(({ kind }) => kind === 'unknown') || (task.wrapper !== null && replacesMethods(types, task.wrapper))) return false
  return overridesOf(types, task, routes[method] ?? laterRoute).every(handsArgumentsOn)
}

/** `task.delay = …` in the project's own decorator. */
function replacesMethods(types: Inference, wrapper: FunctionRef): boolean {
  return /\.(delay|apply_async)\s*=[^=]|setattr\(/.test(rawText(types.workspace, wrapper.file, functionOf(wrapper).span))
}

/** The project's own versions of a task's methods. */
export function overridesOf(types: Inference, task: Task, methods: readonly string[]): readonly FunctionRef[] {
  return classesOf(types, task.bases).flatMap((member) => {
    const own = classOf(member).methods
    return methods.flatMap((name) => {
      const index = Object.hasOwn(own, name) ? own[name] : undefined
      return index === undefined ? [] : [{ file: member.file, index }]
    })
  })
}

/** `def apply_async(self, args=None, kwargs=None, **options)` that gives both names on, and never another value to them. */
function handsArgumentsOn(ref: FunctionRef): boolean {
  const facts = functionOf(ref)
  const names = argumentNames(facts)
  if (names === null || names.some((name) => isReplaced(ref.file, facts, name))) return false
  const calls = ref.file.calls.filter((call) => functionsAround(ref.file, call.function).includes(facts))
  return names.every((name) => calls.some((call) => isForwarding(ref, call) && call.arguments.some(({ value }) => mentions(ref.file, value, name))))
}

/** The parameters that carry the task's arguments; `null`: they have names of their own, so the message is made of them. */
function argumentNames({ name, parameters }: FunctionFacts): readonly string[] | null {
  const own = parameters.slice(1)
  if (!name.startsWith('delay')) return own.slice(0, 2).map((parameter) => parameter.name)
  if (own.some(({ kind }) => kind === 'positional' || kind === 'positional-only')) return null
  return own.filter(({ kind }) => kind === 'variadic' || kind === 'keyword-variadic').map((parameter) => parameter.name)
}

/** `kwargs = kwargs or {}` keeps what was there, and so does a new key. */
function isReplaced(file: FileFacts, facts: FunctionFacts, name: string): boolean {
  return facts.bindings.some(({ target, value, via }) => {
    if (target.startsWith(`${name}[`)) return value !== null && mentions(file, value, name)
    if (target !== name || value === null) return false
    const keeps = value.kind === 'operation' && value.operator === 'or' && value.operands[0]?.kind === 'name' && value.operands[0].name === name
    return via !== 'assign' || !keeps
  })
}

function isForwarding({ file }: FunctionRef, call: Call): boolean {
  const { callee } = call
  if (callee.kind === 'name') return callee.name === 'partial'
  if (callee.kind !== 'member') return false
  const isSending = /^(delay|apply_async|retry)(_on_commit)?$/.test(callee.name)
  const isSuper = callee.object.kind === 'call' && file.calls[callee.object.call]?.callee.kind === 'name'
  return callee.name === 'partial' || (isSending && (isSuper || callee.object.kind === 'name'))
}

/** The name stands in the value: `*args`, `[*args]`, `kwargs["order"].pk`, `list(args)`. */
function mentions(file: FileFacts, value: Expression, name: string): boolean {
  const call = value.kind === 'call' ? file.calls[value.call] : undefined
  if (call !== undefined) return [call.callee, ...call.arguments.map((argument) => argument.value)].some((part) => mentions(file, part, name))
  let found = false
  visitExpression(value, (part) => {
    found ||= part.kind === 'name' && part.name === name
    found ||= part !== value && part.kind === 'call' && mentions(file, part, name)
  })
  return found
}
