import type { Expression } from '../../model/expression.ts'
import type { Call, FileFacts } from '../../model/file-facts.ts'

/** What another call does with the value of a call: it is a method of it, or is given it. */
export type ValuePlace =
  | { readonly kind: 'receiver'; readonly method: string; readonly call: Call }
  | { readonly kind: 'argument'; readonly call: Call }

const remembered = new WeakMap<FileFacts, ReadonlyMap<Call, ValuePlace>>()

/** `null`: nothing does, directly or as an item of a list. */
export function placeOfValue(file: FileFacts, call: Call): ValuePlace | null {
  let places = remembered.get(file)
  if (places === undefined) {
    places = collect(file)
    remembered.set(file, places)
  }
  return places.get(call) ?? null
}

function collect(file: FileFacts): ReadonlyMap<Call, ValuePlace> {
  const places = new Map<Call, ValuePlace>()
  const enter = (value: Expression, place: ValuePlace): void => {
    const made = value.kind === 'call' ? file.calls[value.call] : undefined
    if (made !== undefined) places.set(made, place)
  }
  for (const call of file.calls) {
    if (call.callee.kind === 'member') enter(call.callee.object, { kind: 'receiver', method: call.callee.name, call })
    for (const { value } of call.arguments) for (const item of itemsIn(value)) enter(item, { kind: 'argument', call })
  }
  return places
}

function itemsIn(value: Expression): readonly Expression[] {
  if (value.kind === 'list') return value.items.flatMap(itemsIn)
  return value.kind === 'spread' ? itemsIn(value.value) : [value]
}
