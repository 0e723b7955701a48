import { afterCommitMethods, celery, groupMethods, plainCallMethods } from '../../frameworks/celery.ts'
import { fullDispatch } from '../../frameworks/celery-options.ts'
import { awaitedEnqueueMethods, enqueueMethods, refinedTask } from '../../frameworks/django-tasks.ts'
import type { Dispatch } from '../../model/dispatch.ts'
import type { Argument, Call, FileFacts } from '../../model/file-facts.ts'
import type { Secret } from '../../model/value.ts'
import type { CallGraph } from '../inference/call-graph.ts'
import type { Inference } from '../inference/inference.ts'
import { isEncrypted } from './message-codecs.ts'
import { missingResultUses } from './missing-results.ts'
import { payloadOf } from './payload.ts'
import { packedParts, plainParts, wholeParts, type LocatedPart, type PayloadPart } from './payload-parts.ts'
import { sendingOf, type Sending } from './sendings.ts'
import { isSafeAround } from './safe-surroundings.ts'
import { enclosingName } from '../facts/enclosing-name.ts'
import { callSite, type Site } from '../facts/site.ts'
import { textConstant } from '../queues/option-values.ts'
import type { Queueing } from '../queues/queueing.ts'
import { strangeDispatchOptions } from '../tasks/strange-options.ts'
import type { TaskBook } from '../tasks/task-book.ts'
import { isOverridden, passesPayload } from '../tasks/task-overrides.ts'
import { textOf } from '../files/text-of.ts'

/** A dispatch with the call that makes it. */
export interface DispatchCall {
  readonly dispatch: Dispatch
  readonly call: Call
  readonly file: FileFacts
  /** What it puts into a queue, where it does. */
  readonly queueing: Queueing | null
  /** What goes into the message, before it is looked into. */
  readonly parts: readonly LocatedPart[]
  /** Whoever sends has to wait for it; `lazy`: nothing happens before somebody does. */
  readonly promise: 'eager' | 'lazy' | null
}

export function dispatchesIn(types: Inference, graph: CallGraph, book: TaskBook, file: FileFacts): readonly DispatchCall[] {
  return file.calls.flatMap((call) => {
    const sending = sendingOf(types, book, file, call)
    return sending === null ? [] : [dispatchCall(types, graph, file, call, sending)]
  })
}

function dispatchCall(types: Inference, graph: CallGraph, file: FileFacts, call: Call, sending: Sending): DispatchCall {
  const site = callSite(file, call)
  const isSeen = sending.task === null || passesPayload(types, sending.task, sending.method)
  const parts = isSeen ? partsOf(types, sending, site) : []
  return {
    dispatch: describe(types, graph, { file, call, sending, parts }), call, file, queueing: null,
    parts: parts.map((part) => ({ part, site })),
    promise: awaitedEnqueueMethods.has(sending.method) ? 'lazy' : null,
  }
}

interface Described {
  readonly file: FileFacts
  readonly call: Call
  readonly sending: Sending
  readonly parts: readonly PayloadPart[]
}

function describe(types: Inference, graph: CallGraph, { file, call, sending, parts }: Described): Dispatch {
  const { task, method } = sending
  const definition = task?.definition ?? null
  const parameters = sending.isAligned ? (definition?.signature?.parameters ?? []) : []
  return {
    framework: definition?.framework ?? celery,
    text: textOf(types.workspace, file, call.callee.span),
    file: file.path,
    span: call.span,
    task: definition,
    taskName: sending.taskName,
    queue: queueOf(types, sending, callSite(file, call)),
    caller: enclosingName({ file, function: call.function }),
    timing: sending.timing,
    objects: 'refused',
    payload: payloadOf(types, callSite(file, call), parts, parameters, (secret) => isSafe(types, file, call, sending, secret)),
    strangeOptions: takesOptions(method) && !sending.isUnseen ? strangeDispatchOptions(types, task, optionsOf(sending), method) : [],
    missingResultUses: returnsNothing(types, sending) ? missingResultUses(types, graph, file, call, method) : [],
  }
}

/** Named by an option of the call. */
function queueOf(types: Inference, sending: Sending, site: Site): string | null {
  const option = takesOptions(sending.method) ? sending.arguments.find(({ name }) => name === 'queue') : undefined
  return option === undefined ? null : textConstant(types, option.value, site)
}

/** The message is encrypted, or the names around the dispatch say that the value is no secret here. */
function isSafe(types: Inference, file: FileFacts, call: Call, sending: Sending, secret: Secret): boolean {
  return isSafeAround(file, call, [sending.taskName, sending.task?.definition.handlerName], secret) || isEncrypted(types, sending.task, sending)
}

function takesOptions(method: string): boolean {
  return method !== '()' && !plainCallMethods.has(method) && !enqueueMethods.has(method) && !groupMethods.has(method)
}

/** The method is the framework's own, which has no result before the commit. */
function returnsNothing(types: Inference, { task, method, timing }: Sending): boolean {
  return afterCommitMethods.has(method) && timing !== 'build' && task !== null && !isOverridden(types, task, method)
}

function partsOf(types: Inference, sending: Sending, site: Site): readonly PayloadPart[] {
  const { method, task } = sending
  if (method === '()') return []
  if (plainCallMethods.has(method)) return plainParts(sending.arguments, task !== null && isOverridden(types, task, method) ? { ...fullDispatch, options: noOptions } : fullDispatch)
  if (enqueueMethods.has(method)) return plainParts(sending.arguments, refinedTask)
  const positional = sending.arguments.filter(({ name, spread }) => name === null && spread === null)
  if (groupMethods.has(method)) return wholeParts(positional.slice(0, 1))
  const named = (name: string): Argument | undefined => sending.arguments.find((argument) => argument.name === name)
  return packedParts((named('args') ?? positional[0])?.value, (named('kwargs') ?? positional[1])?.value, site)
}

const noOptions: ReadonlySet<string> = new Set()

function optionsOf(sending: Sending): readonly Argument[] {
  return sending.arguments.filter(({ name }) => name !== null)
}
