import type { Expression } from '../../model/expression.ts'
import type { Inference } from './inference.ts'
import { classOf, refKey, type ClassRef } from './type.ts'

/** The class itself, what it inherits from, and the interfaces that any of these fulfils or extends. */
export function lineageOf(types: Inference, ref: ClassRef): readonly ClassRef[] {
  const found = new Map<string, ClassRef>()
  const queue: ClassRef[] = [ref]
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (found.has(refKey(next))) continue
    found.set(refKey(next), next)
    queue.push(...types.family(next).members, ...interfacesOf(types, next))
  }
  return [...found.values()]
}

function interfacesOf(types: Inference, ref: ClassRef): readonly ClassRef[] {
  const { implements: promised = [], function: owner, span } = classOf(ref)
  return promised.flatMap((written) => {
    const type = types.typeOf(withoutArguments(written), { file: ref.file, function: owner, at: span.start })
    return type.kind === 'class' ? [type.ref] : []
  })
}

/** Interfaces outside the project that the class or an ancestor says it fulfils, as imported. */
export function outsideInterfaces(types: Inference, ref: ClassRef): readonly string[] {
  return lineageOf(types, ref).flatMap((member) => {
    const { implements: promised = [], function: owner, span } = classOf(member)
    return promised.flatMap((written) => {
      const type = types.typeOf(withoutArguments(written), { file: member.file, function: owner, at: span.start })
      return type.kind === 'external' ? [type.name] : []
    })
  })
}

/** `Listener<Order>` is `Listener`. */
function withoutArguments(written: Expression): Expression {
  return written.kind === 'index' ? written.object : written
}
