import type { Call, FileFacts } from '../model/file-facts.ts'
import type { RetryCall } from '../model/task.ts'
import type { Inference } from './inference.ts'
import { shapeOf } from './shapes.ts'
import { callSite, functionsAround } from './site.ts'
import type { Task } from './task-table.ts'
import { rawText, textOf } from './text-of.ts'
import { functionOf } from './type.ts'

/** Calls of `self.retry(…)` in the tasks of a file. */
export function retryCallsIn(types: Inference, file: FileFacts, tasks: readonly Task[]): readonly RetryCall[] {
  return file.calls.flatMap((call) => {
    if (!isRetry(types, file, call, tasks)) return []
    return [{ file: file.path, span: call.span, misplacedException: misplacedException(types, file, call) }]
  })
}

/** On the bound task's own parameter, or on a task class's `self`. */
function isRetry(types: Inference, file: FileFacts, call: Call, tasks: readonly Task[]): boolean {
  if (call.callee.kind !== 'member' || call.callee.name !== 'retry') return false
  const { object } = call.callee
  const type = types.typeOf(call.callee, callSite(file, call))
  if (type.kind === 'external') return type.name === 'celery.Task().retry'
  if (type.kind === 'function-member') return tasks.some(({ handler }) => handler.index === type.ref.index && handler.file.path === type.ref.file.path)
  if (object.kind !== 'name') return false
  const around = functionsAround(file, call.function)
  return tasks.some(({ handler, isBound }) => {
    const facts = functionOf(handler)
    return isBound && around.includes(facts) && facts.parameters[0]?.name === object.name
  })
}

function misplacedException(types: Inference, file: FileFacts, call: Call): RetryCall['misplacedException'] {
  const first = call.arguments[0]
  if (first === undefined || first.name !== null || first.spread !== null) return null
  const type = types.typeOf(first.value, { ...callSite(file, call), at: first.value.span.start })
  const isException = shapeOf(types, type).kind === 'exception' || isOwnException(types, type) || isHandled(file, call, first.value)
  if (!isException) return null
  const names = call.arguments.map(({ name }) => name)
  const start = first.span.start
  const edits = names.includes('exc') ? [] : [{ span: { start, end: start }, text: 'exc=' }]
  return { span: first.span, text: textOf(types.workspace, file, first.span), edits: rawText(types.workspace, file, first.span) === '' ? [] : edits }
}

function isOwnException(types: Inference, type: ReturnType<Inference['typeOf']>): boolean {
  if (type.kind === 'external') return /(Error|Exception)\(\)$/.test(type.name)
  return type.kind === 'instance' && [...types.family(type.ref).externals].some((name) => /(Error|Exception)$/.test(name))
}

/** The name that an `except … as` around the call binds. */
function isHandled(file: FileFacts, call: Call, value: Call['arguments'][number]['value']): boolean {
  if (value.kind !== 'name') return false
  for (let index = call.block; index !== null; index = file.blocks[index]?.parent ?? null) {
    const block = file.blocks[index]
    if (block?.kind === 'handler' && block.names.includes(value.name)) return true
  }
  return false
}
