import { decoratorJoiner, isTransactional, openPropagations, suspendingPropagations } from '../../frameworks/transaction-decorators.ts'
import type { Expression } from '../../model/expression.ts'
import type { Call, Decorator, FileFacts } from '../../model/file-facts.ts'
import { visitExpression } from '../facts/expression-walk.ts'
import { callSite } from '../facts/site.ts'
import type { Inference } from '../inference/inference.ts'
import { classOf, functionOf, type FunctionRef } from '../inference/type.ts'
import { decoratorCallee } from '../tasks/decorations.ts'
import { openerAt, type Opener } from './opener.ts'

/** The call of a library's decorator, with its options; `bare`: it is not called. */
type Written = Call | 'bare'

/** What a library's decorator makes of the method: it runs in a transaction, or the caller's is set aside for it. `null`: none does. */
export function transactionalDecoration(types: Inference, ref: FunctionRef): Opener | 'suspended' | null {
  const facts = functionOf(ref)
  const ofClass = facts.class === null || facts.kind !== 'method' ? [] : classOf({ file: ref.file, index: facts.class }).decorators
  for (const decorator of [...facts.decorators, ...ofClass]) {
    const written = transactionalCall(types, ref, decorator)
    if (written === null) continue
    const propagation = propagationOf(written)
    if (suspendingPropagations.has(propagation)) return 'suspended'
    return openPropagations.has(propagation) ? null : openerAt(types, ref.file, decorator.span)
  }
  return null
}

/** The library's decorator that a decorator is, or that a function of the project returns, alone or joined with others. */
function transactionalCall(types: Inference, ref: FunctionRef, decorator: Decorator): Written | null {
  const { call, callee } = decoratorCallee(types, ref, decorator)
  if (callee.kind === 'external') return isTransactional(callee.name) ? (call ?? 'bare') : null
  if (callee.kind !== 'function') return null
  const { file } = callee.ref
  for (const { value } of functionOf(callee.ref).exits) {
    const found = value === null ? null : transactionalIn(types, file, value)
    if (found !== null) return found
  }
  return null
}

function transactionalIn(types: Inference, file: FileFacts, value: Expression): Written | null {
  const call = value.kind === 'call' ? file.calls[value.call] : undefined
  const callee = call === undefined ? null : types.typeOf(call.callee, callSite(file, call))
  if (call === undefined || callee?.kind !== 'external') return null
  if (isTransactional(callee.name)) return call
  if (callee.name !== decoratorJoiner) return null
  for (const argument of call.arguments) {
    const found = transactionalIn(types, file, argument.value)
    if (found !== null) return found
  }
  return null
}

/** `NOT_SUPPORTED` as `notsupported`: the last member or text among the options that is one; empty where none is. */
function propagationOf(written: Written): string {
  let found = ''
  for (const { value } of written === 'bare' ? [] : written.arguments) {
    visitExpression(value, (part) => {
      const word = part.kind === 'member' ? part.name : part.kind === 'literal' && typeof part.value === 'string' ? part.value : ''
      const plain = word.replaceAll('_', '').toLowerCase()
      if (openPropagations.has(plain)) found = plain
    })
  }
  return found
}
