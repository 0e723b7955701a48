import { celery, sendMethods } from '../../frameworks/celery.ts'
import type { Call, FileFacts } from '../../model/file-facts.ts'
import type { CallGraph, CallPlace } from '../inference/call-graph.ts'
import { calledName } from '../facts/called-names.ts'
import type { DispatchCall } from './dispatches.ts'
import type { Inference } from '../inference/inference.ts'
import { findName } from '../facts/scope.ts'
import { enclosingName } from '../facts/enclosing-name.ts'
import { callSite } from '../facts/site.ts'
import type { TaskBook } from '../tasks/task-book.ts'
import { textOf } from '../files/text-of.ts'
import { functionOf, type FunctionRef } from '../inference/type.ts'

/** `def queue(task, *args): task.delay(*args)`, where some caller hands a task in. What is sent is only known at the callers. */
export function handedDispatchesIn(types: Inference, graph: CallGraph, book: TaskBook, file: FileFacts): readonly DispatchCall[] {
  return file.calls.flatMap((call) => {
    const parameter = handedParameter(file, call)
    if (parameter === null) return []
    const ref = { file, index: parameter.function }
    if (!graph.callersOf(ref).some((caller) => handsTask(types, book, caller, ref, parameter.name))) return []
    return [
      {
        call, file, queueing: null, parts: [], promise: null,
        dispatch: {
          framework: celery, text: textOf(types.workspace, file, call.callee.span), file: file.path, span: call.span, task: null, taskName: null,
          queue: null, caller: enclosingName({ file, function: call.function }), timing: 'now', objects: 'refused', payload: [], strangeOptions: [], missingResultUses: [],
        },
      },
    ]
  })
}

/** The parameter of the same function on which a sending method is called. */
function handedParameter(file: FileFacts, call: Call): { readonly function: number; readonly name: string } | null {
  if (call.callee.kind !== 'member' || !sendMethods.has(calledName(file, call) ?? '')) return null
  const { object } = call.callee
  if (object.kind !== 'name') return null
  const found = findName(file, call.function, object.name)
  const isOwn = found?.kind === 'parameter' && found.function === call.function && found.parameter.type === null && found.rebound.length === 0
  return isOwn && file.functions[call.function]?.kind !== 'lambda' ? { function: call.function, name: object.name } : null
}

function handsTask(types: Inference, book: TaskBook, { file, call }: CallPlace, ref: FunctionRef, name: string): boolean {
  const facts = functionOf(ref)
  const position = facts.parameters.findIndex((parameter) => parameter.name === name) - (facts.kind === 'method' ? 1 : 0)
  const given = call.arguments.find((argument) => argument.name === name) ?? call.arguments[position]
  if (given === undefined || given.spread !== null) return false
  const type = types.typeOf(given.value, callSite(file, call))
  return type.kind === 'function' && book.ofFunction(type.ref) !== null
}
