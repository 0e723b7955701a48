import type { Call, FileFacts, FunctionFacts } from '../../model/file-facts.ts'
import { callSite, functionsAround } from '../facts/site.ts'
import type { Inference } from './inference.ts'
import { lineageOf } from './lineage.ts'
import { sameRef, type ClassRef } from './type.ts'

/** What a method is called on. */
export interface Receiver {
  /** `null`: it cannot be told. */
  readonly class: ClassRef | null
  /** It is the object on which the method around the call runs: `this.step()`, `super().step()`. */
  readonly isOwn: boolean
}

export function receiverOfCall(types: Inference, file: FileFacts, call: Call): Receiver {
  const callee = types.typeOf(call.callee, callSite(file, call))
  if (callee.kind === 'super') return { class: callee.ref, isOwn: true }
  if (callee.kind !== 'function') return { class: null, isOwn: false }
  return { class: callee.receiver, isOwn: isOnSelf(file, call) || isOnSuper(types, file, call) }
}

/** The object is the one that the method around the call is called on: `this.step()`. */
export function isOnSelf(file: FileFacts, { callee, function: index }: Call): boolean {
  if (callee.kind !== 'member' || callee.object.kind !== 'name') return false
  const method = functionsAround(file, index).find(({ kind }) => kind === 'method')
  return method?.parameters[0]?.name === callee.object.name && !isOfClass(method)
}

/** It is called on the class. */
function isOfClass({ isStatic, decorators }: FunctionFacts): boolean {
  return isStatic === true || decorators.some(({ expression }) => expression.kind === 'name' && expression.name === 'classmethod')
}

function isOnSuper(types: Inference, file: FileFacts, call: Call): boolean {
  return call.callee.kind === 'member' && types.typeOf(call.callee.object, callSite(file, call)).kind === 'super'
}

/** The class of an object that is of both; `null`: none can be, as neither inherits from the other. */
export function narrowerClass(types: Inference, one: ClassRef, other: ClassRef): ClassRef | null {
  if (lineageOf(types, one).some((member) => sameRef(member, other))) return one
  return lineageOf(types, other).some((member) => sameRef(member, one)) ? other : null
}
