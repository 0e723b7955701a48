import type { Expression } from '../../model/expression.ts'
import type { Call, Decorator, FileFacts } from '../../model/file-facts.ts'
import { callSite } from '../facts/site.ts'
import type { CallPlace } from './call-graph.ts'
import type { Inference } from './inference.ts'
import { functionOf, type FunctionRef } from './type.ts'

/** What a call of the function passes for one of its parameters; `null`: nothing, or it cannot be told. */
export function argumentFor(types: Inference, { file, call }: CallPlace, ref: FunctionRef, parameter: string): Expression | null {
  const { parameters } = functionOf(ref)
  const named = call.arguments.find(({ name }) => name === parameter)
  const position = parameters.findIndex(({ name }) => name === parameter) - (takesReceiver(types, file, call, ref) ? 1 : 0)
  const isReached = position >= 0 && call.arguments.slice(0, position + 1).every(({ name, spread }) => name === null && spread === null)
  return (named ?? (isReached ? call.arguments[position] : undefined))?.value ?? null
}

/** The first parameter is what stands before the dot. */
function takesReceiver(types: Inference, file: FileFacts, call: Call, ref: FunctionRef): boolean {
  const { kind, decorators } = functionOf(ref)
  if (kind !== 'method' || isDecoratedBy(decorators, 'staticmethod')) return false
  if (file.language !== 'python' || call.callee.kind !== 'member' || isDecoratedBy(decorators, 'classmethod')) return true
  return types.typeOf(call.callee.object, callSite(file, call)).kind !== 'class'
}

function isDecoratedBy(decorators: readonly Decorator[], name: string): boolean {
  return decorators.some(({ expression }) => expression.kind === 'name' && expression.name === name)
}
