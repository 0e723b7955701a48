import type { Expression } from '../../model/expression.ts'
import type { Binding, Call, FileFacts } from '../../model/file-facts.ts'
import { partsOf } from './expression-walk.ts'

/** Where a call or a name stands in its function, and so what is done with its value. */
export interface Occurrence {
  readonly expression: Expression
  /** The expression it is directly a part of; `null` where it is the whole of what `place` says. */
  readonly outer: Expression | null
  /** It is one of several values, by a condition. */
  readonly isAlternative: boolean
  readonly place: Place
}

/** What is done with a whole expression. */
export type Place =
  | { readonly kind: 'callee' | 'argument' | 'condition' | 'returned' | 'other' }
  | { readonly kind: 'value'; readonly binding: Binding }

/** The calls and names of one function, nested functions left out. */
export interface Occurrences {
  readonly calls: ReadonlyMap<Call, Occurrence>
  readonly names: ReadonlyMap<string, readonly Occurrence[]>
}

const remembered = new WeakMap<FileFacts, Map<number, Occurrences>>()

export function occurrencesIn(file: FileFacts, index: number): Occurrences {
  let known = remembered.get(file)
  if (known === undefined) {
    known = new Map()
    remembered.set(file, known)
  }
  let found = known.get(index)
  if (found === undefined) {
    found = collect(file, index)
    known.set(index, found)
  }
  return found
}

function collect(file: FileFacts, index: number): Occurrences {
  const calls = new Map<Call, Occurrence>()
  const names = new Map<string, Occurrence[]>()
  const enter = (expression: Expression, outer: Expression | null, isAlternative: boolean, place: Place): void => {
    const occurrence = { expression, outer, isAlternative, place }
    const call = expression.kind === 'call' ? file.calls[expression.call] : undefined
    if (call !== undefined && !calls.has(call)) calls.set(call, occurrence)
    if (expression.kind === 'name') append(names, expression.name, occurrence)
    for (const part of partsOf(expression)) enter(part, expression, isAlternative || expression.kind === 'conditional', place)
  }
  forEachPlace(file, index, (expression, place) => {
    enter(expression, null, false, place)
  })
  return { calls, names }
}

function append(lists: Map<string, Occurrence[]>, key: string, item: Occurrence): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [item])
  else list.push(item)
}

/** Bindings first: the value of `x = f()` is what is bound, though it may be listed elsewhere, too. */
function forEachPlace(file: FileFacts, index: number, visit: (expression: Expression, place: Place) => void): void {
  const facts = file.functions[index]
  for (const binding of facts?.bindings ?? []) {
    if (binding.value !== null) visit(binding.value, { kind: 'value', binding })
  }
  for (const { kind, value } of facts?.exits ?? []) {
    if (value !== null) visit(value, { kind: kind === 'return' ? 'returned' : 'other' })
  }
  for (const { function: owner, kind, form, subject } of file.blocks) {
    if (owner === index && subject !== null) visit(subject, { kind: kind === 'branch' || form === 'while' ? 'condition' : 'other' })
  }
  for (const call of file.calls) {
    if (call.function !== index) continue
    visit(call.callee, { kind: 'callee' })
    for (const { value } of call.arguments) visit(value, { kind: 'argument' })
  }
}
