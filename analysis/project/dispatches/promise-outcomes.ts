import { adoptingMethods, collectingMethods, continuingMethods, droppingMethods, joiningFunctions } from '../../frameworks/promises.ts'
import type { Call, FileFacts } from '../../model/file-facts.ts'
import { blocksAround, callSite } from '../facts/site.ts'
import { placeOfFunction } from '../inference/handed-places.ts'
import type { Inference } from '../inference/inference.ts'
import { placeOfValue } from './value-places.ts'

/**
 * What becomes of the promise that a call gives. `dropped`: nobody will ever know how it ends; `by` is the method that throws it
 * away. `joined`: the promise of a named function ends with it. `settled`: its failure is handled, or nobody can tell.
 */
export type PromiseOutcome =
  | { readonly kind: 'dropped'; readonly by: string | null }
  | { readonly kind: 'joined'; readonly function: number }
  | { readonly kind: 'settled' }

const settled: PromiseOutcome = { kind: 'settled' }

export function promiseOutcome(types: Inference, file: FileFacts, call: Call): PromiseOutcome {
  if (call.awaited) return isCaught(file, call) ? settled : joinedTo(types, file, call.function)
  const place = placeOfValue(file, call)
  if (place !== null) return place.kind === 'receiver' ? continued(types, file, place.method, place.call) : givenTo(types, file, place.call)
  if (call.use === 'statement') return { kind: 'dropped', by: null }
  return call.use === 'returned' ? joinedTo(types, file, call.function) : settled
}

/** `.then(next)` fails as the promise before it does; a second function, or `.catch`, handles that. */
function continued(types: Inference, file: FileFacts, method: string, call: Call): PromiseOutcome {
  return continuingMethods.has(method) && call.arguments.length < 2 ? promiseOutcome(types, file, call) : settled
}

function givenTo(types: Inference, file: FileFacts, call: Call): PromiseOutcome {
  const callee = types.typeOf(call.callee, callSite(file, call))
  return callee.kind === 'external' && joiningFunctions.has(callee.name) ? promiseOutcome(types, file, call) : settled
}

/** The promise of the function at `index` ends as that of the call does. */
function joinedTo(types: Inference, file: FileFacts, index: number): PromiseOutcome {
  const facts = file.functions[index]
  if (facts === undefined || facts.kind === 'module' || facts.kind === 'class-body') return settled
  if (facts.kind !== 'lambda') return { kind: 'joined', function: index }
  const place = placeOfFunction(file, index)
  const method = place?.call.callee.kind === 'member' ? place.call.callee.name : null
  if (place === null || method === null || place.position > 1) return settled
  if (adoptingMethods.has(method)) return promiseOutcome(types, file, place.call)
  if (place.position > 0) return settled
  if (droppingMethods.has(method)) return { kind: 'dropped', by: method }
  return collectingMethods.has(method) ? listOutcome(types, file, place.call, method) : settled
}

/** What becomes of a list of promises; to wait for the list is not to wait for them. */
function listOutcome(types: Inference, file: FileFacts, call: Call, by: string): PromiseOutcome {
  const place = placeOfValue(file, call)
  if (place !== null) return place.kind === 'argument' ? givenTo(types, file, place.call) : settled
  return call.use === 'statement' ? { kind: 'dropped', by } : settled
}

/** A handler around the place takes the failure, and does not pass it on. */
function isCaught(file: FileFacts, { block }: Call): boolean {
  return blocksAround(file, block).some((around) => {
    const index = around.kind === 'try' ? file.blocks.indexOf(around) : -1
    return index !== -1 && file.blocks.some((handler, at) => handler.kind === 'handler' && handler.of === index && !throwsAgain(file, at, handler.function))
  })
}

function throwsAgain(file: FileFacts, handler: number, owner: number): boolean {
  return (file.functions[owner]?.exits ?? []).some(({ kind, block }) => kind === 'raise' && block === handler)
}
