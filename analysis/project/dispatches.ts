import {
  afterCommitMethods, celery, deliveryOptions, groupMethods, plainCallMethods, sendByName, sendMethods, signatureMethods,
} from '../frameworks/celery.ts'
import { djangoTasks, enqueueMethods } from '../frameworks/django-tasks.ts'
import type { Dispatch } from '../model/dispatch.ts'
import type { Argument, Call, FileFacts } from '../model/file-facts.ts'
import { calledName } from './called-names.ts'
import type { Inference } from './inference.ts'
import { missingResultUses } from './missing-results.ts'
import { packedParts, payloadOf, plainParts, type PayloadPart } from './payload.ts'
import { findName } from './scope.ts'
import { callSite } from './site.ts'
import { strangeDispatchOptions } from './strange-options.ts'
import type { TaskBook } from './task-book.ts'
import type { Task } from './task-table.ts'
import { textOf } from './text-of.ts'
import type { Type } from './type.ts'

/** A dispatch with the call that makes it. */
export interface DispatchCall {
  readonly dispatch: Dispatch
  readonly call: Call
  readonly file: FileFacts
}

/** What a call that hands work to a queue does, before its arguments are looked at. */
interface Sending {
  readonly task: Task | null
  readonly method: string
  readonly timing: Dispatch['timing']
  readonly taskName: string | null
  readonly arguments: readonly Argument[]
}

export function dispatchesIn(types: Inference, book: TaskBook, file: FileFacts): readonly DispatchCall[] {
  return file.calls.flatMap((call) => {
    if (!maySend(file, call)) return []
    const sending = sendingOf(types, book, file, call)
    return sending === null ? [] : [{ dispatch: describe(types, file, call, sending), call, file }]
  })
}

/** Cheap: most calls cannot be a dispatch by their name, and are not looked into. */
function maySend(file: FileFacts, call: Call): boolean {
  const { callee } = call
  if (callee.kind === 'call') return true
  if (callee.kind === 'name' && findName(file, call.function, callee.name)?.kind === 'variable') return true
  return sendingNames.has(calledName(file, call) ?? '')
}

const sendingNames: ReadonlySet<string> = new Set([
  ...sendMethods, ...afterCommitMethods, ...signatureMethods, ...groupMethods, ...enqueueMethods, 'send_task', 'partial',
])

function sendingOf(types: Inference, book: TaskBook, file: FileFacts, call: Call): Sending | null {
  const callee = types.typeOf(call.callee, callSite(file, call))
  switch (callee.kind) {
    case 'function-member':
      return sendingOfTask(book.ofFunction(callee.ref), callee.name, call)
    case 'signature':
      return callee.of === null ? { ...unnamed, method: '()', timing: 'now', arguments: [] } : null
    case 'signature-member':
      return sendMethods.has(callee.name) || enqueueMethods.has(callee.name)
        ? { ...unnamed, task: callee.of === null ? null : book.ofFunction(callee.of), method: callee.name, timing: 'now', arguments: call.arguments }
        : null
    case 'external':
      return sendingOfExternal(types, book, file, call, callee.name)
    default:
      return null
  }
}

const unnamed = { task: null, taskName: null }

function sendingOfTask(task: Task | null, method: string, call: Call): Sending | null {
  if (task === null) return null
  const timing = task.definition.framework === djangoTasks ? (enqueueMethods.has(method) ? 'now' : null) : celeryTiming(task, method)
  return timing === null ? null : { task, taskName: null, method, timing, arguments: call.arguments }
}

function celeryTiming(task: Task, method: string): Dispatch['timing'] | null {
  if (sendMethods.has(method)) return task.defersToCommit ? 'after-commit' : 'now'
  if (afterCommitMethods.has(method)) return 'after-commit'
  return signatureMethods.has(method) || groupMethods.has(method) ? 'build' : null
}

function sendingOfExternal(types: Inference, book: TaskBook, file: FileFacts, call: Call, name: string): Sending | null {
  if (sendByName.has(name)) return sendingByName(book, call)
  if (name === 'functools.partial') return sendingOfPartial(types, book, file, call)
  const ofClass = /^celery\.Task\(\)\.(\w+)$/.exec(name)?.[1]
  if (ofClass === undefined || call.callee.kind !== 'member') return null
  const owner = types.typeOf(call.callee.object, callSite(file, call))
  return owner.kind === 'instance' ? sendingOfTask(book.ofClass(owner.ref), ofClass, call) : null
}

function sendingByName(book: TaskBook, call: Call): Sending {
  const first = call.arguments[0]?.value
  const taskName = first?.kind === 'literal' && typeof first.value === 'string' ? first.value : null
  return { task: taskName === null ? null : book.named(taskName), taskName, method: 'send_task', timing: 'now', arguments: call.arguments.slice(1) }
}

/** `partial(task.delay, x)`: the arguments are fixed here, the sending happens later. */
function sendingOfPartial(types: Inference, book: TaskBook, file: FileFacts, call: Call): Sending | null {
  const [first, ...rest] = call.arguments
  const target: Type | null = first === undefined ? null : types.typeOf(first.value, callSite(file, call))
  const sending = target?.kind === 'function-member' ? sendingOfTask(book.ofFunction(target.ref), target.name, call) : null
  return sending === null ? null : { ...sending, timing: 'build', arguments: rest }
}

function describe(types: Inference, file: FileFacts, call: Call, sending: Sending): Dispatch {
  const definition = sending.task?.definition ?? null
  const isPlain = plainCallMethods.has(sending.method) || enqueueMethods.has(sending.method)
  return {
    framework: definition?.framework ?? celery,
    text: textOf(types.workspace, file, call.callee.span),
    file: file.path,
    span: call.span,
    task: definition,
    taskName: sending.taskName,
    timing: sending.timing,
    payload: payloadOf(types, file, call, partsOf(sending, file), definition?.signature?.parameters ?? []),
    strangeOptions: isPlain || sending.method === '()' || groupMethods.has(sending.method) ? [] : strangeDispatchOptions(optionsOf(sending), sending.method),
    missingResultUses: afterCommitMethods.has(sending.method) ? missingResultUses(types, file, call, sending.method) : [],
  }
}

function partsOf(sending: Sending, file: FileFacts): readonly PayloadPart[] {
  if (sending.method === '()') return []
  if (plainCallMethods.has(sending.method)) return plainParts(sending.arguments, deliveryOptions)
  if (enqueueMethods.has(sending.method)) return plainParts(sending.arguments, new Set())
  const positional = sending.arguments.filter(({ name, spread }) => name === null && spread === null)
  const named = (name: string): Argument | undefined => sending.arguments.find((argument) => argument.name === name)
  return packedParts((named('args') ?? positional[0])?.value, (named('kwargs') ?? positional[1])?.value, file)
}

function optionsOf(sending: Sending): readonly Argument[] {
  return sending.arguments.filter(({ name }) => name !== null)
}
