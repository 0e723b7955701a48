import { receiverDecorator } from '../../frameworks/django-signals.ts'
import type { Call, FileFacts } from '../../model/file-facts.ts'
import { callsNamed } from '../facts/called-names.ts'
import { instanceOf } from './infer-instances.ts'
import type { Inference } from './inference.ts'
import { callSite } from '../facts/site.ts'
import { functionOf, sameRef, someEntity, unknownType, type FunctionRef, type Type } from './type.ts'

/** What a receiver of model signals gets as `instance`: the row. Unknown for any other function. */
export function signalInstance(types: Inference, ref: FunctionRef): Type {
  for (const { expression } of functionOf(ref).decorators) {
    const call = expression.kind === 'call' ? ref.file.calls[expression.call] : undefined
    if (call === undefined) continue
    const callee = types.typeOf(call.callee, callSite(ref.file, call))
    if (callee.kind !== 'external' || callee.name !== receiverDecorator) continue
    const signals = call.arguments[0]?.value
    const listed = signals === undefined ? [] : signals.kind === 'list' || signals.kind === 'tuple' ? signals.items : [signals]
    if (listed.some((signal) => isModelSignal(types.typeOf(signal, callSite(ref.file, call))))) return senderRow(types, ref.file, call)
  }
  return connectedInstance(types, ref)
}

/** `post_save.connect(order_saved, sender=Order)` in the same file. */
function connectedInstance(types: Inference, ref: FunctionRef): Type {
  for (const call of callsNamed(ref.file, 'connect')) {
    const given = call.arguments.find(({ name }) => name === 'receiver') ?? call.arguments[0]
    if (call.callee.kind !== 'member' || given === undefined) continue
    const target = types.typeOf(given.value, callSite(ref.file, call))
    if (target.kind !== 'function' || !sameRef(target.ref, ref)) continue
    if (isModelSignal(types.typeOf(call.callee.object, callSite(ref.file, call)))) return senderRow(types, ref.file, call)
  }
  return unknownType
}

function isModelSignal(type: Type): boolean {
  return type.kind === 'external' && /^django\.db\.models\.signals\.(pre|post|m2m)_(save|delete|init|changed)$/.test(type.name)
}

function senderRow(types: Inference, file: FileFacts, call: Call): Type {
  const sender = call.arguments.find(({ name }) => name === 'sender')
  const made = sender === undefined ? unknownType : instanceOf(types, types.typeOf(sender.value, callSite(file, call)))
  return made.kind === 'entity' ? made : someEntity
}
