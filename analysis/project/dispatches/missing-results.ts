import type { MissingResultUse } from '../../model/dispatch.ts'
import type { Expression } from '../../model/expression.ts'
import type { Binding, Call, FileFacts } from '../../model/file-facts.ts'
import { visibleBindings } from '../facts/bindings.ts'
import { occurrencesIn, type Occurrence } from '../facts/expression-places.ts'
import { findName } from '../facts/scope.ts'
import { textOf } from '../files/text-of.ts'
import type { CallGraph } from '../inference/call-graph.ts'
import type { Inference } from '../inference/inference.ts'

const longestPath = 3

/** Places that do something with the value of a call that has none: in the same function, or in callers it is returned to. */
export function missingResultUses(types: Inference, graph: CallGraph, file: FileFacts, call: Call, method: string): readonly MissingResultUse[] {
  return usesOf(graph, file, call, longestPath).map(({ file: where, expression }) => ({
    file: where.path, span: expression.span, text: textOf(types.workspace, where, expression.span), method,
  }))
}

interface Use {
  readonly file: FileFacts
  readonly expression: Expression
}

function usesOf(graph: CallGraph, file: FileFacts, call: Call, left: number): readonly Use[] {
  if (call.use === 'statement' || left === 0) return []
  const occurrence = occurrencesIn(file, call.function).calls.get(call)
  return occurrence === undefined || occurrence.isAlternative ? [] : usesAt(graph, file, call.function, occurrence, left)
}

function usesAt(graph: CallGraph, file: FileFacts, owner: number, { expression, outer, place }: Occurrence, left: number): readonly Use[] {
  if (outer !== null) return [{ file, expression: outer }]
  switch (place.kind) {
    case 'argument':
    case 'condition':
      return [{ file, expression }]
    case 'value':
      return boundUses(graph, file, place.binding, expression, owner, left)
    case 'returned':
      return returnedUses(graph, file, owner, left)
    default:
      return []
  }
}

/** A plain name is used where it is read; anything else is kept for others to read. */
function boundUses(graph: CallGraph, file: FileFacts, binding: Binding, value: Expression, owner: number, left: number): readonly Use[] {
  const { target, via } = binding
  if (via !== 'assign' || target === '_') return []
  if (/[.[]/.test(target)) return [{ file, expression: value }]
  const reads = occurrencesIn(file, owner).names.get(target) ?? []
  return reads.flatMap((read) => (readsOnly(file, owner, binding, read.expression.span.start) ? readUses(graph, file, owner, read, left) : []))
}

function readUses(graph: CallGraph, file: FileFacts, owner: number, read: Occurrence, left: number): readonly Use[] {
  const isReturned = read.place.kind === 'returned' && read.outer === null
  return isReturned ? returnedUses(graph, file, owner, left) : [{ file, expression: read.outer ?? read.expression }]
}

/** A name read there holds what this binding gave it, and nothing else. */
function readsOnly(file: FileFacts, owner: number, binding: Binding, at: number): boolean {
  const local = findName(file, owner, binding.target)
  if (local?.kind !== 'variable' || local.function !== owner) return false
  const { bindings } = visibleBindings(local.bindings, { file, function: owner, at })
  return bindings.length === 1 && bindings[0] === binding
}

/** A lambda has to return something, and whoever calls it need not look. */
function returnedUses(graph: CallGraph, file: FileFacts, index: number, left: number): readonly Use[] {
  if (file.functions[index]?.kind === 'lambda') return []
  return graph.callersOf({ file, index }).flatMap((caller) => usesOf(graph, caller.file, caller.call, left - 1))
}
