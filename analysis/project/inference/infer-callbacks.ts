import { itemCallbacks } from '../../frameworks/script-globals.ts'
import { transactionHandle } from '../../frameworks/transaction-callbacks.ts'
import { callSite } from '../facts/site.ts'
import { handingOf } from '../facts/handed-functions.ts'
import type { Inference } from './inference.ts'
import { unknownType, type FunctionRef, type Type } from './type.ts'

/** What a function written in place is given by the call that it is handed to: an item of the collection, the value of the promise, the handle of a transaction. */
export function handedToCallback(types: Inference, { file, index }: FunctionRef, position: number): Type {
  const handing = handingOf(file, index)
  if (handing?.call.callee.kind !== 'member') return unknownType
  const { object, name } = handing.call.callee
  if (position === 0 && transactionNames.test(name)) return handleOf(types.typeOf(handing.call.callee, callSite(file, handing.call)))
  if (handing.position > 0) return unknownType
  const owner = (): Type => types.typeOf(object, callSite(file, handing.call))
  if (name === 'then') return position === 0 ? owner() : unknownType
  if (itemCallbacks.get(name) !== position) return unknownType
  const type = owner()
  return type.kind === 'collection' ? type.item : unknownType
}

const transactionNames = /transaction|^(execute|begin|savepoint|tx|txIf)$/i

function handleOf(callee: Type): Type {
  const name = callee.kind === 'external' ? transactionHandle(callee.name) : null
  return name === null ? unknownType : { kind: 'external', name }
}
