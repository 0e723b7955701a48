import { receiverDecorator, saveSignals, signalsInsideTransaction } from '../frameworks/django-signals.ts'
import type { Call, FileFacts } from '../model/file-facts.ts'
import type { Span } from '../model/source.ts'
import type { CallGraph } from './call-graph.ts'
import { decoratorCallee } from './decorations.ts'
import type { Inference } from './inference.ts'
import { callSite } from './site.ts'
import { functionOf, sameRef, type ClassRef, type FunctionRef, type Type } from './type.ts'

/** A function that a model signal calls. */
export interface SignalReception {
  /** `post_delete`, as imported. */
  readonly signal: string
  /** Django itself holds a transaction while it sends the signal. */
  readonly isInsideTransaction: boolean
  /** The model whose rows it hears of; `null`: any, or one that cannot be told. */
  readonly sender: ClassRef | null
  readonly file: FileFacts
  readonly span: Span
}

/** How signals reach a function: by `@receiver(…)` or by `signal.connect(function)`. */
export function receptionsOf(types: Inference, graph: CallGraph, ref: FunctionRef): readonly SignalReception[] {
  const decorated = functionOf(ref).decorators.flatMap((decorator) => {
    const { call, callee } = decoratorCallee(types, ref, decorator)
    if (call === null || callee.kind !== 'external' || callee.name !== receiverDecorator) return []
    const signals = call.arguments[0] === undefined ? null : types.typeOf(call.arguments[0].value, callSite(ref.file, call))
    const listed = signals?.kind === 'collection' ? [signals.item] : signals?.kind === 'tuple' ? signals.items : [signals]
    return listed.flatMap((signal) => receptionFor(types, ref.file, call, signal, decorator.span))
  })
  return [...decorated, ...connected(types, graph, ref)]
}

function connected(types: Inference, graph: CallGraph, ref: FunctionRef): readonly SignalReception[] {
  return graph.filesMentioning(['connect', functionOf(ref).name], []).flatMap((file) =>
    file.calls.flatMap((call) => {
      if (call.callee.kind !== 'member' || call.callee.name !== 'connect') return []
      const given = call.arguments.find(({ name }) => name === 'receiver') ?? call.arguments[0]
      const receiver = given === undefined ? null : types.typeOf(given.value, callSite(file, call))
      if (receiver?.kind !== 'function' || !sameRef(receiver.ref, ref)) return []
      return receptionFor(types, file, call, types.typeOf(call.callee.object, callSite(file, call)), call.span)
    }),
  )
}

function receptionFor(types: Inference, file: FileFacts, call: Call, signal: Type | null, span: Span): readonly SignalReception[] {
  if (signal?.kind !== 'external') return []
  const isInsideTransaction = signalsInsideTransaction.has(signal.name)
  if (!isInsideTransaction && !saveSignals.has(signal.name)) return []
  const sender = call.arguments.find(({ name }) => name === 'sender')
  const type = sender === undefined ? null : types.typeOf(sender.value, callSite(file, call))
  const name = signal.name.slice(signal.name.lastIndexOf('.') + 1)
  return [{ signal: name, isInsideTransaction, sender: type?.kind === 'class' ? type.ref : null, file, span }]
}
