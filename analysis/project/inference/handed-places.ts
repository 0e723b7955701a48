import type { Expression } from '../../model/expression.ts'
import type { Call, FileFacts } from '../../model/file-facts.ts'

/** A place where a value is among the arguments of a call. */
export interface HandedPlace {
  readonly file: FileFacts
  readonly call: Call
  /** Among the arguments. */
  readonly position: number
}

interface Handed {
  readonly functions: ReadonlyMap<number, HandedPlace>
  readonly results: ReadonlyMap<Call, HandedPlace>
  readonly names: ReadonlyMap<string, readonly NamedPlace[]>
}

/** `expression`: the name or member that stands for what is handed over. */
export interface NamedPlace extends HandedPlace {
  readonly expression: Expression
}

const remembered = new WeakMap<FileFacts, Handed>()

/** Where the function written in place at `index` is an argument; `null`: nowhere. */
export function placeOfFunction(file: FileFacts, index: number): HandedPlace | null {
  return handedIn(file).functions.get(index) ?? null
}

/** Where the value of a call is an argument; `null`: nowhere. */
export function placeOfResult(file: FileFacts, call: Call): HandedPlace | null {
  return handedIn(file).results.get(call) ?? null
}

/** Every argument that is a name, or a member of this name: `create`, `this.create`. `create.bind(this)` counts as `create`. */
export function placesOfName(file: FileFacts, name: string): readonly NamedPlace[] {
  return handedIn(file).names.get(name) ?? []
}

function handedIn(file: FileFacts): Handed {
  let handed = remembered.get(file)
  if (handed === undefined) {
    handed = collect(file)
    remembered.set(file, handed)
  }
  return handed
}

function collect(file: FileFacts): Handed {
  const functions = new Map<number, HandedPlace>()
  const results = new Map<Call, HandedPlace>()
  const names = new Map<string, NamedPlace[]>()
  for (const call of file.calls) {
    for (const [position, argument] of call.arguments.entries()) {
      const place = { file, call, position }
      const made = argument.value.kind === 'call' ? file.calls[argument.value.call] : undefined
      if (made !== undefined) results.set(made, place)
      const expression = boundFunction(file, argument.value)
      if (expression.kind === 'function') functions.set(expression.function, place)
      if (expression.kind !== 'name' && expression.kind !== 'member') continue
      const known = names.get(expression.name)
      if (known === undefined) names.set(expression.name, [{ ...place, expression }])
      else known.push({ ...place, expression })
    }
  }
  return { functions, results, names }
}

/** `create.bind(this)` is `create` with its object fixed. */
function boundFunction(file: FileFacts, value: Expression): Expression {
  const call = value.kind === 'call' ? file.calls[value.call] : undefined
  return call?.callee.kind === 'member' && call.callee.name === 'bind' ? call.callee.object : value
}
