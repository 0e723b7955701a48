import { receiverDecorator, saveSignals, signalClass, signalsInsideTransaction } from '../../frameworks/django-signals.ts'
import type { Expression } from '../../model/expression.ts'
import type { Call, FileFacts } from '../../model/file-facts.ts'
import type { Span } from '../../model/source.ts'
import type { CallGraph } from '../inference/call-graph.ts'
import { calledName } from '../facts/called-names.ts'
import { decoratorCallee } from '../tasks/decorations.ts'
import type { Inference } from '../inference/inference.ts'
import { definitionOf } from './signal-identity.ts'
import { callSite } from '../facts/site.ts'
import { functionOf, sameRef, type ClassRef, type FunctionRef } from '../inference/type.ts'

/** How a signal reaches a function. */
export interface SignalReception {
  /** `post_delete`, as imported. */
  readonly signal: string
  readonly kind: 'inside-transaction' | 'save' | 'own'
  /** The project's own signal: where it is defined. */
  readonly definition: string | null
  /** The model whose rows it hears of; `null`: any, or one that cannot be told. */
  readonly sender: ClassRef | null
  readonly file: FileFacts
  readonly span: Span
}

/** By `@receiver(…)` or by `signal.connect(function)`. */
export function receptionsOf(types: Inference, graph: CallGraph, ref: FunctionRef): readonly SignalReception[] {
  const decorated = functionOf(ref).decorators.flatMap((decorator) => {
    const { call, callee } = decoratorCallee(types, ref, decorator)
    const signals = call?.arguments[0]?.value
    if (call === null || signals === undefined || callee.kind !== 'external' || callee.name !== receiverDecorator) return []
    const listed = signals.kind === 'list' || signals.kind === 'tuple' ? signals.items : [signals]
    return listed.flatMap((signal) => receptionFor(types, ref.file, call, signal, decorator.span))
  })
  return [...decorated, ...connected(types, graph, ref)]
}

function connected(types: Inference, graph: CallGraph, ref: FunctionRef): readonly SignalReception[] {
  return graph.filesMentioning(['.connect', functionOf(ref).name], []).flatMap((file) =>
    file.calls.flatMap((call) => {
      if (call.callee.kind !== 'member' || call.callee.name !== 'connect') return []
      const given = call.arguments.find(({ name }) => name === 'receiver') ?? call.arguments[0]
      const receiver = given === undefined ? null : types.typeOf(given.value, callSite(file, call))
      if (receiver?.kind !== 'function' || !sameRef(receiver.ref, ref)) return []
      return receptionFor(types, file, call, call.callee.object, call.span)
    }),
  )
}

function receptionFor(types: Inference, file: FileFacts, call: Call, signal: Expression, span: Span): readonly SignalReception[] {
  const site = callSite(file, call)
  const type = types.typeOf(signal, site)
  if (type.kind !== 'external') return []
  const definition = type.name === signalClass ? definitionOf(types, signal, site) : null
  const kind = definition === null ? kindOfSignal(type.name) : 'own'
  if (kind === null) return []
  const sender = call.arguments.find(({ name }) => name === 'sender')
  const model = sender === undefined ? null : types.typeOf(sender.value, site)
  const name = (definition ?? type.name).replace(/^.*[ .]/, '')
  return [{ signal: name, kind, definition, sender: model?.kind === 'class' ? model.ref : null, file, span }]
}

function kindOfSignal(name: string): SignalReception['kind'] | null {
  if (signalsInsideTransaction.has(name)) return 'inside-transaction'
  return saveSignals.has(name) ? 'save' : null
}

/** Every place that sends the project's own signal. */
export function sendsOf(types: Inference, graph: CallGraph, { signal, definition }: SignalReception): readonly { readonly file: FileFacts; readonly call: Call }[] {
  return graph.filesMentioning([signal], ['.send', '.send_robust']).flatMap((file) =>
    file.calls.flatMap((call) => {
      if (call.callee.kind !== 'member' || !/^send(_robust)?$/.test(calledName(file, call) ?? '')) return []
      return definitionOf(types, call.callee.object, callSite(file, call)) === definition ? [{ file, call }] : []
    }),
  )
}
