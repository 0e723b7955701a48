import { currentTasks, taskBase } from '../../frameworks/celery.ts'
import type { Expression } from '../../model/expression.ts'
import { attributeUses, forEachExpression, type AttributeUse } from './attribute-uses.ts'
import { findDecoration } from './decorations.ts'
import type { Inference } from '../inference/inference.ts'
import { findName } from '../facts/scope.ts'
import { functionsAround } from '../facts/site.ts'
import type { Task } from './task-table.ts'
import { classesOf } from './task-bases.ts'
import { functionOf, sameRef, type FunctionRef } from '../inference/type.ts'

/** The part of a task that says what its object is. */
export type TaskObject = Pick<Task, 'handler' | 'isBound' | 'bases' | 'options'>

/**
 * The places that take an attribute of the task: through its own `self`, its name, a method of its bases, the current task,
 * or, if the task is handed on, through something unknown that may be it.
 */
export function usesOfTask(types: Inference, task: TaskObject, name: string): readonly AttributeUse[] {
  return attributeUses(types, name).filter((use) => mayBeTask(types, task, use))
}

function mayBeTask(types: Inference, task: TaskObject, { receiver, site }: AttributeUse): boolean {
  const bound = receiver.kind === 'name' ? boundTask(types, receiver.name, site.file, site.function) : null
  if (bound !== null) return sameRef(bound, task.handler)
  const type = types.typeOf(receiver, site)
  switch (type.kind) {
    case 'function':
      return sameRef(type.ref, task.handler)
    case 'instance':
    case 'class':
    case 'super':
      return classesOf(types, task.bases).some((member) => sameRef(member, type.ref))
    case 'external':
      if (currentTasks.has(type.name)) return runsWith(types, task, { file: site.file, index: site.function })
      return anyTask.has(type.name) && isHandedOn(types, task)
    case 'unknown':
      return isHandedOn(types, task)
    default:
      return false
  }
}

/** Annotations that say no more than that it may be a task. */
const anyTask: ReadonlySet<string> = new Set([`${taskBase}()`, 'typing.Any()', 'builtins.object()'])

/** The task function whose first parameter a name is. */
function boundTask(types: Inference, name: string, file: FunctionRef['file'], from: number): FunctionRef | null {
  const local = findName(file, from, name)
  if (local?.kind !== 'parameter') return null
  const owner = { file, index: local.function }
  const isFirst = functionOf(owner).parameters[0] === local.parameter
  return isFirst && functionOf(owner).decorators.length > 0 && findDecoration(types, owner) !== null ? owner : null
}

/** Inside a task, the current one is that task; anywhere else it may be any. */
function runsWith(types: Inference, task: TaskObject, { file, index }: FunctionRef): boolean {
  const around = functionsAround(file, index).map((facts) => ({ file, index: file.functions.indexOf(facts) }))
  const owner = around.find((ref) => functionOf(ref).decorators.length > 0 && findDecoration(types, ref) !== null)
  return owner === undefined || sameRef(owner, task.handler)
}

const handedOn = new WeakMap<Inference, Map<unknown, boolean>>()

/** The task's object is given to something, kept or returned, so that code elsewhere may have it. */
function isHandedOn(types: Inference, task: TaskObject): boolean {
  let known = handedOn.get(types)
  if (known === undefined) {
    known = new Map()
    handedOn.set(types, known)
  }
  const facts = functionOf(task.handler)
  let answer = known.get(facts)
  if (answer === undefined) {
    answer = handsItselfOn(task) || isGivenByName(types, task.handler)
    known.set(facts, answer)
  }
  return answer
}

function handsItselfOn({ handler, isBound }: TaskObject): boolean {
  const { parameters, span } = functionOf(handler)
  const self = isBound ? parameters[0]?.name : undefined
  if (self === undefined) return false
  const { file } = handler
  const inside = new Set(file.functions.flatMap((other, at) => (other.span.start >= span.start && other.span.end <= span.end ? [at] : [])))
  return standsAlone(file, self, (owner) => inside.has(owner))
}

/** The name stands somewhere without an attribute behind it. */
function standsAlone(file: FunctionRef['file'], name: string, isInside: (owner: number) => boolean): boolean {
  const owned = new Set<Expression>()
  const found: Expression[] = []
  forEachExpression(file, (expression, owner) => {
    if (expression.kind === 'member') owned.add(expression.object)
    if (expression.kind === 'name' && expression.name === name && isInside(owner)) found.push(expression)
  })
  return found.some((expression) => !owned.has(expression))
}

/** `keep(send_receipt)`: an argument that is the task. */
function isGivenByName(types: Inference, { file, index }: FunctionRef): boolean {
  const { name } = functionOf({ file, index })
  const module = file.path.replace(/(\/__init__)?\.py$/, '').replace(/^.*\//, '')
  return types.workspace.mentioning(name).some((path) => {
    if (path !== file.path && !types.workspace.mentions(path, module)) return false
    return types.workspace.facts(path)?.calls.some(({ arguments: given }) => given.some(({ value }) => value.kind === 'name' && value.name === name)) ?? false
  })
}
