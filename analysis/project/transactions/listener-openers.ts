import { isEntityListener, isSubscriberMark, subscriberMethods } from '../../frameworks/transaction-decorators.ts'
import type { CallGraph } from '../inference/call-graph.ts'
import type { Inference } from '../inference/inference.ts'
import { outsideInterfaces } from '../inference/lineage.ts'
import { classOf, functionOf, type ClassRef, type FunctionRef } from '../inference/type.ts'
import { decoratorCallee } from '../tasks/decorations.ts'
import type { Opener } from './opener.ts'

/** A method that an object-relational mapper calls while it saves or removes a row, before it commits. */
export function listenerOpener(types: Inference, graph: CallGraph, ref: FunctionRef): Opener | null {
  const { class: index, kind, name, nameSpan, decorators } = functionOf(ref)
  if (index === null || kind !== 'method') return null
  const events = decorators.flatMap((decorator) => {
    const { callee } = decoratorCallee(types, ref, decorator)
    return callee.kind === 'external' && isEntityListener(callee.name) ? [callee.name] : []
  })
  const isHeard = subscriberMethods.has(name) && isSubscriber(types, graph, { file: ref.file, index })
  const [event] = isHeard ? [name] : events
  if (event === undefined) return null
  const change = /Remove|Delete/.test(event) ? 'removal' : 'save'
  return { text: `the ${change} that calls ${name}`, location: { file: ref.file.path, span: nameSpan }, isDefault: false }
}

function isSubscriber(types: Inference, graph: CallGraph, owner: ClassRef): boolean {
  return [owner, ...graph.subclassesOf(owner)].some((ref) => decoratorNames(types, ref).some(isSubscriberMark) || outsideInterfaces(types, ref).some(isSubscriberMark))
}

function decoratorNames(types: Inference, { file, index }: ClassRef): readonly string[] {
  const { decorators, function: owner, span } = classOf({ file, index })
  return decorators.flatMap(({ expression }) => {
    const type = types.typeOf(expression, { file, function: owner, at: span.start })
    return type.kind === 'external' ? [type.name] : []
  })
}
