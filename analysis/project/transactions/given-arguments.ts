import type { Argument, Call, Parameter } from '../../model/file-facts.ts'
import { evaluate, type Frame } from './evaluate.ts'
import { rowAt } from './handed-rows.ts'
import type { Inference } from '../inference/inference.ts'
import { constant, undefinedValue, unknownValue, type Given, type Known } from './known-value.ts'
import { callSite, dottedName } from '../facts/site.ts'
import { functionOf, type FunctionRef } from '../inference/type.ts'

/** The arguments of a call, taken apart. */
export interface Passed {
  /** What the first parameters get. */
  readonly positional: readonly Known[]
  readonly named: ReadonlyMap<string, Known>
  /** There may be more positional arguments than those. */
  readonly isPositionalOpen: boolean
  /** There may be more keywords than those. */
  readonly isNamedOpen: boolean
}

/** What the parameters of `ref` hold when `call` runs it. */
export function givenByCall(types: Inference, call: Call, ref: FunctionRef, frame: Frame): Given {
  const passed = passedBy(types, call, frame)
  const receiver = receiverOf(types, call, ref, frame)
  return bind(ref, receiver === null ? passed : { ...passed, positional: [receiver, ...passed.positional] })
}

/** What the parameters of a method hold when a framework calls it without arguments. */
export function givenByNobody(ref: FunctionRef): Given {
  return bind(ref, { positional: [unknownValue], named: new Map(), isPositionalOpen: false, isNamedOpen: false })
}

/** What stands before the dot, where the function takes it as its first parameter. */
function receiverOf(types: Inference, call: Call, ref: FunctionRef, frame: Frame): Known | null {
  const facts = functionOf(ref)
  const decorators = facts.decorators.map(({ expression }) => dottedName(expression))
  if (facts.kind !== 'method' || decorators.includes('staticmethod')) return null
  if (decorators.includes('classmethod') || facts.isStatic === true || call.callee.kind !== 'member' || isMaking(types, call, frame)) return unknownValue
  const owner = types.typeOf(call.callee.object, callSite(frame.file, call))
  if (owner.kind === 'class') return null
  if (owner.kind !== 'super') return rowAt(types, call.callee.object, frame)
  const self = frame.file.functions[frame.function]?.parameters[0]
  return self === undefined ? unknownValue : rowAt(types, { kind: 'name', name: self.name, span: call.callee.object.span }, frame)
}

/** `new shop.Order(…)`: what is called is the class. */
function isMaking(types: Inference, call: Call, { file }: Frame): boolean {
  return types.typeOf(call.callee, callSite(file, call)).kind === 'class'
}

/** The arguments of a call. */
export function passedBy(types: Inference, call: Call, frame: Frame): Passed {
  const positional: Known[] = []
  const named = new Map<string, Known>()
  let [isPositionalOpen, isNamedOpen] = [false, false]
  for (const argument of call.arguments) {
    const value = valueOf(types, argument, frame)
    if (argument.spread === 'positional') {
      if (value.kind === 'items' && !isPositionalOpen) positional.push(...value.items)
      else isPositionalOpen = true
    } else if (argument.spread === 'keyword') {
      if (value.kind !== 'record' || !value.isWhole) isNamedOpen = true
      if (value.kind === 'record') for (const [key, each] of value.entries) named.set(key, each)
    } else if (argument.name !== null) named.set(argument.name, value)
    else if (!isPositionalOpen) positional.push(value)
  }
  return { positional, named, isPositionalOpen, isNamedOpen }
}

function valueOf(types: Inference, { value, spread }: Argument, frame: Frame): Known {
  if (spread === null) return rowAt(types, value, frame)
  return evaluate(types, value.kind === 'spread' ? value.value : value, frame)
}

/** Lays arguments over the parameters of a function. */
export function bind(ref: FunctionRef, passed: Passed): Given {
  const given = new Map<string, Known>()
  const taken = new Set<string>()
  const { parameters } = functionOf(ref)
  const places = parameters.filter(({ kind }) => kind === 'positional' || kind === 'positional-only')
  for (const [place, parameter] of places.entries()) {
    const value = passed.positional[place] ?? passed.named.get(parameter.name) ?? (passed.isPositionalOpen || passed.isNamedOpen ? unknownValue : defaultOf(ref, parameter))
    given.set(parameter.name, value)
    taken.add(parameter.name)
  }
  for (const parameter of parameters.filter(({ kind }) => kind === 'keyword-only')) {
    given.set(parameter.name, passed.named.get(parameter.name) ?? (passed.isNamedOpen ? unknownValue : defaultOf(ref, parameter)))
    taken.add(parameter.name)
  }
  for (const { name, kind } of parameters) {
    if (kind === 'variadic' && !passed.isPositionalOpen) given.set(name, { kind: 'items', items: passed.positional.slice(places.length) })
    if (kind === 'keyword-variadic') given.set(name, { kind: 'record', entries: rest(passed.named, taken), isWhole: !passed.isNamedOpen })
  }
  return given
}

/** What a parameter holds that is given nothing: a script may leave out any of them. */
function defaultOf({ file }: FunctionRef, { default: value }: Parameter): Known {
  if (value === null) return file.language === 'typescript' ? undefinedValue : unknownValue
  return value.kind === 'literal' ? constant(value.value) : unknownValue
}

function rest(named: ReadonlyMap<string, Known>, taken: ReadonlySet<string>): ReadonlyMap<string, Known> {
  return new Map([...named].filter(([name]) => !taken.has(name)))
}

/** What a function inside another one sees of what that was given: all that it has no parameter of the same name for. */
export function seenFrom(ref: FunctionRef, given: Given): Given {
  const own = new Set(functionOf(ref).parameters.map(({ name }) => name))
  return new Map([...given].filter(([name]) => !own.has(name)))
}
