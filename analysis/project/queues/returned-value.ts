import type { Call } from '../../model/file-facts.ts'
import type { Inference } from '../inference/inference.ts'
import { functionOf, type FunctionRef } from '../inference/type.ts'
import type { Written } from '../inference/written-value.ts'
import { callSite, type Site } from '../facts/site.ts'

/** What a function of the project returns, as it is written there: every value but nothing at all. Empty: it cannot be told. */
export function returnedValues({ file, index }: FunctionRef): readonly Written[] {
  const { exits, isGenerator } = functionOf({ file, index })
  if (isGenerator) return []
  return exits.flatMap(({ kind, value, span }) => {
    if (kind !== 'return' || value === null || isNothing(value)) return []
    return [{ expression: value, site: { file, function: index, at: span.start } }]
  })
}

function isNothing(value: Written['expression']): boolean {
  return (value.kind === 'literal' && value.value === null) || (value.kind === 'name' && value.name === 'undefined')
}

/** The function of the project that a call runs; `null`: another one, or nobody can tell. */
export function calledFunction(types: Inference, call: Call, file: Site['file']): FunctionRef | null {
  const callee = types.typeOf(call.callee, callSite(file, call))
  return callee.kind === 'function' ? callee.ref : null
}
