import type { MissingResultUse } from '../../model/dispatch.ts'
import type { Expression } from '../../model/expression.ts'
import type { Binding, Call, FileFacts } from '../../model/file-facts.ts'
import { visibleBindings } from '../facts/bindings.ts'
import type { CallGraph } from '../inference/call-graph.ts'
import { visitExpression } from '../facts/expression-walk.ts'
import type { Inference } from '../inference/inference.ts'
import { placesOf, type Place } from '../facts/expression-places.ts'
import { findName } from '../facts/scope.ts'
import { textOf } from '../files/text-of.ts'

const longestPath = 3

/** Places that do something with the value of a call that has none: in the same function, or in callers it is returned to. */
export function missingResultUses(types: Inference, graph: CallGraph, file: FileFacts, call: Call, method: string): readonly MissingResultUse[] {
  return usesOf(types, graph, file, call, longestPath).map(({ file: where, expression }) => ({
    file: where.path, span: expression.span, text: textOf(types.workspace, where, expression.span), method,
  }))
}

interface Use {
  readonly file: FileFacts
  readonly expression: Expression
}

function usesOf(types: Inference, graph: CallGraph, file: FileFacts, call: Call, left: number): readonly Use[] {
  if (call.use === 'statement' || left === 0) return []
  const index = file.calls.indexOf(call)
  const found = placesOf(file, call.function).map((place) => ({ place, around: around(place.expression, (part) => part.kind === 'call' && part.call === index) }))
  const [first] = found.filter((each) => each.around !== null)
  return first?.around === undefined || first.around === null ? [] : useAt(types, graph, file, call, first.place, first.around, left)
}

/** The expressions from a root down to the first one that is looked for. `null`: none is in there. */
function around(root: Expression, isWanted: (expression: Expression) => boolean): readonly Expression[] | null {
  const inside: Expression[] = []
  visitExpression(root, (expression) => {
    inside.push(expression)
  })
  const at = inside.findIndex(isWanted)
  const wanted = inside[at]
  return wanted === undefined ? null : inside.slice(0, at + 1).filter(({ span }) => covers(span, wanted))
}

function covers(span: Expression['span'], { span: inner }: Pick<Expression, 'span'>): boolean {
  return span.start <= inner.start && inner.end <= span.end
}

function useAt(
  types: Inference,
  graph: CallGraph,
  file: FileFacts,
  call: Call,
  place: Place,
  path: readonly Expression[],
  left: number,
): readonly Use[] {
  const outer = path.at(-2)
  if (path.some(({ kind }) => kind === 'conditional')) return []
  if (outer !== undefined) return [{ file, expression: outer }]
  switch (place.kind) {
    case 'argument':
    case 'condition':
      return [{ file, expression: place.expression }]
    case 'value':
      return place.binding.target === '_' ? [] : boundUses(types, graph, file, place.binding, call.function, left)
    case 'returned':
      return file.functions[call.function]?.kind === 'lambda' ? [] : returnedUses(types, graph, file, call.function, left)
    default:
      return []
  }
}

/** A plain name is used where it is read; anything else is kept for others to read. */
function boundUses(types: Inference, graph: CallGraph, file: FileFacts, binding: Binding, owner: number, left: number): readonly Use[] {
  const { target, value } = binding
  if (value === null || binding.via !== 'assign') return []
  if (/[.[]/.test(target)) return [{ file, expression: value }]
  return placesOf(file, owner).flatMap((place) => {
    const path = around(place.expression, (part) => part.kind === 'name' && part.name === target && readsOnly(file, owner, binding, part.span.start))
    if (path === null) return []
    const outer = path.at(-2) ?? place.expression
    const isReturned = place.kind === 'returned' && path.length === 1
    return isReturned ? returnedUses(types, graph, file, owner, left) : [{ file, expression: outer }]
  })
}

/** A name read there holds what this binding gave it, and nothing else. */
function readsOnly(file: FileFacts, owner: number, binding: Binding, at: number): boolean {
  const local = findName(file, owner, binding.target)
  if (local?.kind !== 'variable' || local.function !== owner) return false
  const { bindings } = visibleBindings(local.bindings, { file, function: owner, at })
  return bindings.length === 1 && bindings[0] === binding
}

function returnedUses(types: Inference, graph: CallGraph, file: FileFacts, index: number, left: number): readonly Use[] {
  return graph.callersOf({ file, index }).flatMap((caller) => usesOf(types, graph, caller.file, caller.call, left - 1))
}
