import { celery, taskBase } from '../../frameworks/celery.ts'
import type { FileFacts, FunctionFacts } from '../../model/file-facts.ts'
import type { TaskDefinition, TaskSignature } from '../../model/task.ts'
import type { Value } from '../../model/value.ts'
import type { CallGraph } from '../inference/call-graph.ts'
import { findMethod } from '../inference/class-family.ts'
import { constantOf } from '../inference/constants.ts'
import { decoratorCallee, findDecoration } from './decorations.ts'
import type { Inference } from '../inference/inference.ts'
import { taskBases, defersToCommit, overridesSend } from './task-bases.ts'
import { givenOptions } from './given-options.ts'
import { keywordSpan } from '../facts/keyword-span.ts'
import { usesQueues } from '../files/queue-presence.ts'
import { idleRetryOptions } from './idle-options.ts'
import { processorTasksIn } from './processor-classes.ts'
import { queueTasksIn } from './queue-tasks.ts'
import { strangeTaskOptions } from './strange-options.ts'
import type { Decoration, GivenOptions, Task } from './task-table.ts'
import { classOf, functionOf, type ClassRef, type FunctionRef, type Type } from '../inference/type.ts'

/** Every task that a file defines, by decorator or as a class. */
export function tasksIn(types: Inference, graph: CallGraph, file: FileFacts, defaultBases: readonly Type[]): readonly Task[] {
  const tasks: Task[] = []
  for (const [index, facts] of file.functions.entries()) {
    if (facts.decorators.length === 0) continue
    const decoration = findDecoration(types, { file, index })
    if (decoration !== null) tasks.push(decoratedTask(types, { file, index }, decoration, defaultBases))
  }
  for (const index of file.classes.keys()) {
    const task = classTask(types, { file, index })
    if (task !== null) tasks.push(task)
  }
  return usesQueues(types.workspace) ? [...tasks, ...queueTasksIn(types, graph, file), ...processorTasksIn(types, file)] : tasks
}

function decoratedTask(types: Inference, ref: FunctionRef, decoration: Decoration, defaultBases: readonly Type[]): Task {
  const facts = functionOf(ref)
  const options = decoration.call?.arguments.filter((argument) => argument.name !== null) ?? []
  const given = givenOptions(types, ref, decoration)
  const isBound = isBoundBy(types, given, ref)
  const bases = taskBases(types, given, defaultBases)
  const definition: TaskDefinition = {
    framework: decoration.framework,
    handlerName: facts.name,
    name: registeredName(types, given),
    file: ref.file.path,
    anchor: facts.decorators[0]?.span ?? facts.nameSpan,
    nameSpan: facts.nameSpan,
    span: facts.span,
    signature: signatureOf(types, ref, decoration, isBound, given.isComplete),
    options: options.map((option) => ({ name: option.name ?? '', nameSpan: keywordSpan(option) })),
    strangeOptions: decoration.framework === celery ? strangeTaskOptions(types, decoration, options, { handler: ref, isBound, options: given, bases }) : [],
    idleRetryOptions: decoration.framework === celery ? idleRetryOptions(types, { handler: ref, isBound, options: given, bases }, decoration) : [],
  }
  return { definition, handler: ref, owner: null, isBound, wrapper: decoration.wrapper, options: given, bases, defersToCommit: defersToCommit(types, bases, decoration), queue: null }
}

/** By its options; where some are out of sight, by the name of its first parameter. */
function isBoundBy(types: Inference, { all, isComplete }: GivenOptions, ref: FunctionRef): boolean {
  const option = all.find(({ name }) => name === 'bind' || name === 'takes_context')
  if (option === undefined) return !isComplete && functionOf(ref).parameters[0]?.name === 'self'
  const value = constantOf(types, option.value, option.site)
  return value.state === 'known' && value.value === true
}

function registeredName(types: Inference, { all }: GivenOptions): Value<string> {
  const option = all.find(({ name }) => name === 'name')
  if (option === undefined) return { state: 'absent' }
  const value = constantOf(types, option.value, option.site)
  return value.state === 'known' && typeof value.value === 'string' ? { state: 'known', value: value.value } : { state: 'dynamic' }
}

/**
 * What a caller may pass. Decorators between the task's and the function may change it unless they are known not to, and so
 * may a wrapper of the project that does more than to call the framework's decorator.
 */
function signatureOf(types: Inference, ref: FunctionRef, decoration: Decoration, isBound: boolean, isPlain: boolean): TaskSignature | null {
  const facts = functionOf(ref)
  if (decoration.wrapper !== null && !isPlain) return null
  for (const decorator of facts.decorators) {
    if (decorator === decoration.decorator) continue
    const { callee } = decoratorCallee(types, ref, decorator)
    if (callee.kind !== 'external' || !callee.name.startsWith('django.db.transaction.')) return null
  }
  return parametersOf(facts, isBound ? 1 : 0)
}

function parametersOf(facts: FunctionFacts, skip: number): TaskSignature {
  const named = facts.parameters.filter(({ kind }) => kind !== 'variadic' && kind !== 'keyword-variadic').slice(skip)
  return {
    parameters: named.map(({ name }) => name),
    acceptsAnyKeyword: facts.parameters.some(({ kind }) => kind === 'keyword-variadic'),
  }
}

function classTask(types: Inference, ref: ClassRef): Task | null {
  const facts = classOf(ref)
  if (facts.bases.length === 0) return null
  const family = types.family(ref)
  if (![...family.externals].some((name) => name === taskBase)) return null
  const handler = findMethod(family, 'run')
  if (handler === null) return null
  const run = functionOf(handler)
  const body = ref.file.functions[facts.body]?.bindings ?? []
  const name = body.find(({ target }) => target === 'name')?.value
  return {
    handler, owner: ref, isBound: true, wrapper: null, options: { all: [], isComplete: true }, bases: [{ kind: 'class', ref }], defersToCommit: family.members.some(overridesSend),
    queue: null,
    definition: {
      framework: celery,
      handlerName: facts.name,
      name: name?.kind === 'literal' && typeof name.value === 'string' ? { state: 'known', value: name.value } : { state: 'absent' },
      file: ref.file.path,
      anchor: facts.decorators[0]?.span ?? facts.nameSpan,
      nameSpan: facts.nameSpan,
      span: facts.span,
      signature: family.hasUnknownBase ? null : parametersOf(run, 1),
      options: [],
      strangeOptions: [],
      idleRetryOptions: [],
    },
  }
}
