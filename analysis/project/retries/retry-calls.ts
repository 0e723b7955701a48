import { currentTasks, taskBase } from '../../frameworks/celery.ts'
import type { Argument, Call, FileFacts } from '../../model/file-facts.ts'
import type { Edit } from '../../model/source.ts'
import type { RetryCall } from '../../model/task.ts'
import { callsNamed } from '../facts/called-names.ts'
import type { Inference } from '../inference/inference.ts'
import { keywordSpan } from '../facts/keyword-span.ts'
import { shapeOf } from '../dispatches/shapes.ts'
import { callSite, functionsAround } from '../facts/site.ts'
import { classesOf, isBaseInSight } from '../tasks/task-bases.ts'
import type { TaskBook } from '../tasks/task-book.ts'
import type { Task } from '../tasks/task-table.ts'
import { textOf } from '../files/text-of.ts'
import { classOf, functionOf, type Type } from '../inference/type.ts'

/** Calls of a task's own `retry` in a file, as far as it is the framework's. */
export function retryCallsIn(types: Inference, book: TaskBook, file: FileFacts): readonly RetryCall[] {
  return callsNamed(file, 'retry').flatMap((call) => {
    if (!isFrameworkRetry(types, book, file, call)) return []
    return [{ file: file.path, span: call.span, misplacedException: misplacedException(types, file, call) }]
  })
}

/** On the bound task's own parameter, a task's name, a task class's `self`, or the current task. */
function isFrameworkRetry(types: Inference, book: TaskBook, file: FileFacts, call: Call): boolean {
  if (call.callee.kind !== 'member') return false
  const { object } = call.callee
  const bound = object.kind === 'name' ? boundTask(book, file, call, object.name) : null
  if (bound !== null) return takesArgumentsFirst(types, bound)
  const type = types.typeOf(object, callSite(file, call))
  if (type.kind === 'external') return currentTasks.has(type.name) || type.name === `${taskBase}()`
  if (type.kind === 'function') {
    const task = book.ofFunction(type.ref)
    return task !== null && takesArgumentsFirst(types, task)
  }
  return type.kind === 'instance' && isTaskClass(types, type) && takesArgumentsFirst(types, { bases: [{ kind: 'class', ref: type.ref }] })
}

function boundTask(book: TaskBook, file: FileFacts, call: Call, name: string): Task | null {
  for (const facts of functionsAround(file, call.function)) {
    if (facts.parameters[0]?.name !== name || facts.kind === 'method') continue
    const task = book.ofFunction({ file, index: file.functions.indexOf(facts) })
    if (task?.isBound === true) return task
  }
  return null
}

function isTaskClass(types: Inference, { ref }: Extract<Type, { kind: 'instance' }>): boolean {
  return types.family(ref).externals.has(taskBase)
}

/** Every base is in sight, and where one has a `retry` of its own, that takes the arguments first as well. */
function takesArgumentsFirst(types: Inference, { bases }: Pick<Task, 'bases'>): boolean {
  if (!bases.every((base) => isBaseInSight(types, base))) return false
  for (const { file, index } of classesOf(types, bases)) {
    const { methods } = classOf({ file, index })
    const own = Object.hasOwn(methods, 'retry') ? methods['retry'] : undefined
    if (own !== undefined) return functionOf({ file, index: own }).parameters[1]?.name === 'args'
  }
  return true
}

function misplacedException(types: Inference, file: FileFacts, call: Call): RetryCall['misplacedException'] {
  const [first] = call.arguments
  const given = call.arguments.find(({ name }) => name === 'args') ?? (first?.name === null && first.spread === null ? first : undefined)
  if (given === undefined || !isException(types, file, call, given)) return null
  return { span: given.span, text: textOf(types.workspace, file, given.value.span), edits: editsOf(call, given) }
}

/** `retry(exc)` → `retry(exc=exc)`, `retry(args=exc)` → `retry(exc=exc)`; nothing where `exc` is given as well. */
function editsOf(call: Call, given: Argument): readonly Edit[] {
  if (call.arguments.some(({ name }) => name === 'exc')) return []
  if (call.arguments.filter(({ name, spread }) => name === null && spread === null).length > (given.name === null ? 1 : 0)) return []
  const { start } = given.span
  return given.name === null ? [{ span: { start, end: start }, text: 'exc=' }] : [{ span: keywordSpan(given), text: 'exc' }]
}

function isException(types: Inference, file: FileFacts, call: Call, { value }: Argument): boolean {
  const type = types.typeOf(value, { ...callSite(file, call), at: value.span.start })
  if (shapeOf(types, type).kind === 'exception' || isExceptionType(types, type)) return true
  return value.kind === 'name' && isHandled(file, call, value.name)
}

function isExceptionType(types: Inference, type: Type): boolean {
  if (type.kind === 'external') return /(Error|Exception)\(\)$/.test(type.name)
  return type.kind === 'instance' && [...types.family(type.ref).externals].some((name) => /(Error|Exception)$/.test(name))
}

/** The name that an `except … as` around the call binds. */
function isHandled(file: FileFacts, call: Call, name: string): boolean {
  for (let index = call.block; index !== null; index = file.blocks[index]?.parent ?? null) {
    const block = file.blocks[index]
    if (block?.kind === 'handler' && block.names.includes(name)) return true
  }
  return false
}
