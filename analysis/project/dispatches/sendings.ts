import {
  afterCommitMethods, groupMethods, methodOfUnseenTask, openSignatureMethods, retryMethod, sendByName, sendMethods, signatureMethods, signByName,
} from '../../frameworks/celery.ts'
import { djangoTasks, enqueueMethods } from '../../frameworks/django-tasks.ts'
import type { Dispatch } from '../../model/dispatch.ts'
import type { Expression } from '../../model/expression.ts'
import type { Argument, Call, FileFacts } from '../../model/file-facts.ts'
import { calledName } from '../facts/called-names.ts'
import type { Inference } from '../inference/inference.ts'
import { findName } from '../facts/scope.ts'
import { callSite, type Site } from '../facts/site.ts'
import type { TaskBook } from '../tasks/task-book.ts'
import type { Task } from '../tasks/task-table.ts'

/** What a call that hands work to a queue does, before its arguments are looked at. */
export interface Sending {
  readonly task: Task | null
  /** `delay`, `si`, `send_task`; `()` where a workflow is called. */
  readonly method: string
  readonly timing: Dispatch['timing']
  readonly taskName: string | null
  readonly arguments: readonly Argument[]
  /** The first positional argument is the first of the task, too. */
  readonly isAligned: boolean
  /** It is a method of a task that is defined out of sight, so that the method need not be the framework's. */
  readonly isUnseen: boolean
}

/** `null`: the call hands nothing to a queue, or nobody can tell. */
export function sendingOf(types: Inference, book: TaskBook, file: FileFacts, call: Call): Sending | null {
  if (!maySend(file, call)) return null
  const site = callSite(file, call)
  const callee = types.typeOf(call.callee, site)
  switch (callee.kind) {
    case 'function-member':
    case 'external':
      return sendingOfMember(types, book, call, site) ?? (callee.kind === 'external' ? sendingOfFunction(types, book, file, call, callee.name) : null)
    case 'signature':
      return callee.isWorkflow ? { ...unnamed, method: '()', timing: 'now', arguments: [] } : null
    case 'signature-member': {
      const task = callee.of === null ? null : book.ofFunction(callee.of)
      return sendMethods.has(callee.name) ? { ...unnamed, task, method: callee.name, timing: 'now', arguments: call.arguments } : null
    }
    default:
      return null
  }
}

const unnamed = { task: null, taskName: null, isAligned: false, isUnseen: false }

/** Cheap: most calls cannot be a dispatch by their name, and are not looked into. */
function maySend(file: FileFacts, call: Call): boolean {
  const { callee } = call
  if (callee.kind === 'call' || callee.kind === 'operation') return true
  if (callee.kind === 'name' && findName(file, call.function, callee.name)?.kind === 'variable') return true
  return sendingNames.has(calledName(file, call) ?? '')
}

const sendingNames: ReadonlySet<string> = new Set([
  ...sendMethods, ...afterCommitMethods, ...signatureMethods, ...groupMethods, ...enqueueMethods, retryMethod, 'send_task', 'partial',
])

interface TaskMember {
  readonly task: Task | null
  readonly method: string
}

/** A method of a task: of the function, of an instance of the class, or of something imported from a module of tasks. */
function taskMember(types: Inference, book: TaskBook, expression: Expression, site: Site): TaskMember | null {
  const type = types.typeOf(expression, site)
  if (type.kind !== 'function-member' && type.kind !== 'external') return null
  const owner = expression.kind === 'member' ? types.typeOf(expression.object, site) : null
  if (owner?.kind === 'instance') {
    const task = book.ofClass(owner.ref)
    return task === null ? null : { task, method: type.name.slice(type.name.lastIndexOf('.') + 1) }
  }
  if (type.kind === 'function-member') {
    const task = book.ofFunction(type.ref)
    return task === null ? null : { task, method: type.name }
  }
  const unseen = methodOfUnseenTask(type.name)
  return unseen === null ? null : { task: null, method: unseen }
}

function sendingOfMember(types: Inference, book: TaskBook, call: Call, site: Site): Sending | null {
  const member = taskMember(types, book, call.callee, site)
  return member === null ? null : sendingBy(member, call.arguments)
}

function sendingBy({ task, method }: TaskMember, given: readonly Argument[]): Sending | null {
  const timing = task?.definition.framework === djangoTasks ? (enqueueMethods.has(method) ? 'now' : null) : celeryTiming(task, method)
  const isAligned = !openSignatureMethods.has(method) && !groupMethods.has(method)
  return timing === null ? null : { task, taskName: null, method, timing, arguments: given, isAligned, isUnseen: task === null }
}

function celeryTiming(task: Task | null, method: string): Dispatch['timing'] | null {
  if (sendMethods.has(method)) return task?.defersToCommit === true ? 'after-commit' : 'now'
  if (afterCommitMethods.has(method)) return 'after-commit'
  if (method === retryMethod) return 'again'
  return signatureMethods.has(method) || groupMethods.has(method) ? 'build' : null
}

function sendingOfFunction(types: Inference, book: TaskBook, file: FileFacts, call: Call, name: string): Sending | null {
  if (sendByName.has(name)) return { ...namedTask(book, call), method: 'send_task', timing: 'now', isAligned: true, isUnseen: false }
  if (signByName.has(name)) return { ...namedTask(book, call), method: 'signature', timing: 'build', isAligned: false, isUnseen: false }
  if (name !== 'functools.partial') return null
  const [first, ...rest] = call.arguments
  const member = first === undefined ? null : taskMember(types, book, first.value, callSite(file, call))
  const sending = member === null ? null : sendingBy(member, rest)
  return sending === null ? null : { ...sending, timing: 'build' }
}

function namedTask(book: TaskBook, call: Call): Pick<Sending, 'task' | 'taskName' | 'arguments'> {
  const first = call.arguments[0]?.value
  const taskName = first?.kind === 'literal' && typeof first.value === 'string' ? first.value : null
  return { task: taskName === null ? null : book.named(taskName), taskName, arguments: call.arguments.slice(1) }
}
