import type { Expression } from '../../model/expression.ts'
import type { Binding, FileFacts } from '../../model/file-facts.ts'

/** An expression of a function with what is done with its value. */
export type Place =
  | { readonly kind: 'callee' | 'argument' | 'condition' | 'returned' | 'other'; readonly expression: Expression }
  | { readonly kind: 'value'; readonly expression: Expression; readonly binding: Binding }

/** Every outermost expression of one function, nested functions left out. */
export function placesOf(file: FileFacts, index: number): readonly Place[] {
  const facts = file.functions[index]
  const places: Place[] = []
  for (const binding of facts?.bindings ?? []) {
    if (binding.value !== null) places.push({ kind: 'value', expression: binding.value, binding })
  }
  for (const { kind, value } of facts?.exits ?? []) {
    if (value !== null) places.push({ kind: kind === 'return' ? 'returned' : 'other', expression: value })
  }
  for (const { function: owner, kind, form, subject } of file.blocks) {
    if (owner !== index || subject === null) continue
    places.push({ kind: kind === 'branch' || form === 'while' ? 'condition' : 'other', expression: subject })
  }
  for (const call of file.calls) {
    if (call.function !== index) continue
    places.push({ kind: 'callee', expression: call.callee }, ...call.arguments.map(({ value }): Place => ({ kind: 'argument', expression: value })))
  }
  return places
}
