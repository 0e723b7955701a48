import { onCommitFunctions } from '../../frameworks/transactions.ts'
import { callsNamed } from '../facts/called-names.ts'
import { decoratorCallee } from '../tasks/decorations.ts'
import type { Inference } from '../inference/inference.ts'
import { callSite, functionsAround } from '../facts/site.ts'
import { functionOf, type FunctionRef } from '../inference/type.ts'

/** A decorator of the project registers the function for after the commit: `@after_commit def index(order): …`. */
export function runsAfterCommit(types: Inference, ref: FunctionRef): boolean {
  return functionOf(ref).decorators.some((decorator) => {
    const { callee } = decoratorCallee(types, ref, decorator)
    return callee.kind === 'function' && registersForCommit(types, callee.ref)
  })
}

function registersForCommit(types: Inference, ref: FunctionRef): boolean {
  const outer = functionOf(ref)
  return callsNamed(ref.file, 'on_commit').some((call) => {
    if (!functionsAround(ref.file, call.function).includes(outer)) return false
    const callee = types.typeOf(call.callee, callSite(ref.file, call))
    return callee.kind === 'external' && onCommitFunctions.has(callee.name)
  })
}
