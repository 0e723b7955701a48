import type { Expression } from '../../model/expression.ts'
import type { Call, FileFacts, Parameter } from '../../model/file-facts.ts'
import { callsNamed } from '../facts/called-names.ts'
import { findName } from '../facts/scope.ts'
import { functionsAround } from '../facts/site.ts'
import { placesOfName, type HandedPlace } from '../inference/handed-places.ts'
import { keepsName } from '../inference/kept-names.ts'
import { functionOf, type FunctionRef } from '../inference/type.ts'

/** What a function does with one that it is given. */
export interface ParameterUses {
  /** `work()`, `work.call(this)` */
  readonly calls: readonly Call[]
  /** It is handed on to other calls. */
  readonly handings: readonly HandedPlace[]
  /** It is kept or returned, so that it may be called by others. */
  readonly escapes: boolean
}

/** The parameter that an argument of a call of the function fills; `null`: it cannot be told. */
export function parameterOf(ref: FunctionRef, { call, position }: HandedPlace): Parameter | null {
  const argument = call.arguments[position]
  const { kind, parameters } = functionOf(ref)
  if (argument === undefined || call.arguments.slice(0, position).some(({ spread }) => spread !== null)) return null
  const named = parameters.find(({ name }) => name === argument.name)
  const found = argument.name === null ? parameters[position + (kind === 'method' ? 1 : 0)] : named
  return found === undefined || found.kind === 'variadic' || found.kind === 'keyword-variadic' ? null : found
}

/** In the function itself and in the functions written inside it. */
export function parameterUses(ref: FunctionRef, { name }: Parameter): ParameterUses {
  const { file } = ref
  const isIt = (from: number): boolean => {
    const found = findName(file, from, name)
    return found?.kind === 'parameter' && found.function === ref.index
  }
  const called = callsNamed(file, name).filter(({ callee }) => callee.kind === 'name')
  const invoked = ['call', 'apply'].flatMap((method) => callsNamed(file, method)).filter(({ callee }) => callee.kind === 'member' && isName(callee.object, name))
  return {
    calls: [...called, ...invoked].filter((call) => isIt(call.function)),
    handings: placesOfName(file, name).filter(({ call, expression }) => expression.kind === 'name' && isIt(call.function)),
    escapes: functionsInside(ref).some((index) => isIt(index) && keptIn(file, index).some((expression) => keepsName(expression, name))),
  }
}

function functionsInside({ file, index }: FunctionRef): readonly number[] {
  const outer = functionOf({ file, index })
  return [...file.functions.keys()].filter((each) => functionsAround(file, each).includes(outer))
}

/** What a function binds, returns or hands on inside a list or record. */
function keptIn(file: FileFacts, index: number): readonly Expression[] {
  const { bindings = [], exits = [] } = file.functions[index] ?? {}
  const handed = file.calls.flatMap((call) => (call.function === index ? call.arguments.map(({ value }) => value).filter(({ kind }) => kind !== 'name') : []))
  return [...bindings, ...exits].flatMap(({ value }) => value ?? []).concat(handed)
}

function isName(expression: Expression, name: string): boolean {
  return expression.kind === 'name' && expression.name === name
}
