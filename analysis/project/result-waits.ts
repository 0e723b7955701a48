import { waitMethods, waitPermissions } from '../frameworks/celery.ts'
import type { Call, FileFacts } from '../model/file-facts.ts'
import type { Location } from '../model/source.ts'
import type { ResultWait } from '../model/task.ts'
import type { CallGraph } from './call-graph.ts'
import type { Inference } from './inference.ts'
import { blocksAround, callSite } from './site.ts'
import type { TaskBook } from './task-book.ts'
import { functionOf, refKey, type FunctionRef } from './type.ts'

const longestPath = 4

/** Waits for the result of a task that happen inside a task. */
export function resultWaitsIn(types: Inference, book: TaskBook, graph: CallGraph, file: FileFacts): readonly ResultWait[] {
  if (!['AsyncResult', 'GroupResult', '.delay', '.apply_async', '.send_task', 'group', 'chain', 'chord'].some((word) => types.workspace.mentions(file.path, word))) return []
  return file.calls.flatMap((call) => {
    if (call.callee.kind !== 'member' || !waitMethods.has(call.callee.name)) return []
    const object = types.typeOf(call.callee.object, callSite(file, call))
    if (object.kind !== 'task-result' || isAllowed(types, file, call)) return []
    const inside = enclosingTask(book, graph, { file, index: call.function }, [], new Set())
    if (inside === null) return []
    return [{ file: file.path, span: call.span, method: `.${call.callee.name}()`, insideTask: inside.task, path: inside.path }]
  })
}

function isAllowed(types: Inference, file: FileFacts, call: Call): boolean {
  if (call.arguments.some(({ name }) => name === 'disable_sync_subtasks')) return true
  return blocksAround(file, call.block).some((block) => {
    if (block.kind !== 'context' || block.subject === null) return false
    const type = types.typeOf(block.subject, { file, function: block.function, at: block.subject.span.start })
    return type.kind === 'external' && waitPermissions.has(type.name)
  })
}

interface Inside {
  readonly task: string
  readonly path: readonly Location[]
}

/** The task that a function is, or that leads to it by plain calls. */
function enclosingTask(book: TaskBook, graph: CallGraph, ref: FunctionRef, path: readonly Location[], seen: Set<string>): Inside | null {
  const facts = functionOf(ref)
  if (seen.has(refKey(ref)) || path.length > longestPath || facts.kind === 'module' || facts.kind === 'lambda') return null
  seen.add(refKey(ref))
  const task = book.ofFunction(ref)
  if (task !== null) return { task: task.definition.handlerName, path }
  for (const { file, call } of graph.callersOf(ref)) {
    const step = { file: file.path, span: call.span }
    const inside = enclosingTask(book, graph, { file, index: call.function }, [step, ...path], seen)
    if (inside !== null) return inside
  }
  return null
}
