import {
  continuations, iterations, likelyRunners, runsAtOnce, runsInTransaction, transactionParameter, uniqueRunners, wrapsInTransaction,
} from '../../frameworks/transaction-callbacks.ts'
import type { Call } from '../../model/file-facts.ts'
import type { HandedPlace } from '../inference/handed-places.ts'
import type { Type } from '../inference/type.ts'

/** How something outside the project runs the function that it is handed; `null`: nobody can tell. */
export function outsideRun(place: HandedPlace, callee: Type): 'opened' | 'here' | null {
  const name = callee.kind === 'external' ? callee.name : ''
  const method = place.call.callee.kind === 'member' ? place.call.callee.name : ''
  if (runsInTransaction(name) || wrapsInTransaction(name) || uniqueRunners.has(method)) return 'opened'
  if (iterations.has(method)) return 'here'
  if (continuations.has(method) || runsAtOnce(name)) return isWaitedFor(place.call) ? 'here' : null
  return likelyRunners.has(method) && takesTransaction(place) ? 'opened' : null
}

/** The promise is awaited or handed on: what it stands for is over before the function around is. */
function isWaitedFor({ awaited, use }: Call): boolean {
  return awaited || (use !== 'statement' && use !== 'discarded')
}

/** `(tx) => …`: what the function calls its first parameter tells what it is given. */
function takesTransaction({ file, call, position }: HandedPlace): boolean {
  const given = call.arguments[position]?.value
  const first = given?.kind === 'function' ? file.functions[given.function]?.parameters[0] : undefined
  return first !== undefined && transactionParameter.test(first.name)
}
