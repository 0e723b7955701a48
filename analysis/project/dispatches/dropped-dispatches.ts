import type { CallStep, DroppedDispatch } from '../../model/dispatch.ts'
import type { Call, FileFacts } from '../../model/file-facts.ts'
import type { Edit } from '../../model/source.ts'
import { textOf } from '../files/text-of.ts'
import type { CallGraph } from '../inference/call-graph.ts'
import type { Inference } from '../inference/inference.ts'
import { functionOf, refKey, type FunctionRef } from '../inference/type.ts'
import type { DispatchCall } from './dispatches.ts'
import { promiseOutcome } from './promise-outcomes.ts'
import { placeOfValue } from './value-places.ts'

const longestPath = 3

/** Dispatches whose promise is dropped, and calls that drop the promise of a function which waits for a dispatch. */
export function droppedDispatches(types: Inference, graph: CallGraph, made: readonly DispatchCall[]): readonly DroppedDispatch[] {
  const search: Search = { types, graph, found: new Map() }
  for (const each of made) {
    if (each.promise === null || each.dispatch.timing === 'build') continue
    follow(search, each, { file: each.file, call: each.call }, [], new Set())
  }
  return [...search.found.values()]
}

interface Search {
  readonly types: Inference
  readonly graph: CallGraph
  /** By place: one call that drops several dispatches is one mistake. */
  readonly found: Map<string, DroppedDispatch>
}

interface Place {
  readonly file: FileFacts
  readonly call: Call
}

/** @param path the calls that lead from there to the dispatch, the one at `place` first; empty where it is the dispatch. */
function follow(search: Search, made: DispatchCall, place: Place, path: readonly CallStep[], seen: ReadonlySet<string>): void {
  const outcome = promiseOutcome(search.types, place.file, place.call)
  if (outcome.kind === 'dropped' && isWorthTelling(place, path)) add(search, made, place, path, outcome.by)
  if (outcome.kind !== 'joined' || path.length === longestPath) return
  const ref: FunctionRef = { file: place.file, index: outcome.function }
  if (seen.has(refKey(ref))) return
  for (const caller of search.graph.callersOf(ref)) {
    const step: CallStep = { callee: functionOf(ref).name, signal: null, location: { file: caller.file.path, span: caller.call.span } }
    follow(search, made, caller, [step, ...path], new Set([...seen, refKey(ref)]))
  }
}

/** A program that starts itself at the end of a module has nobody to wait for it. */
function isWorthTelling({ file, call }: Place, path: readonly CallStep[]): boolean {
  return path.length === 0 || file.functions[call.function]?.kind !== 'module'
}

function add({ types, found }: Search, { dispatch, promise }: DispatchCall, { file, call }: Place, path: readonly CallStep[], droppedBy: string | null): void {
  const key = `${file.path}:${String(call.span.start)}:${String(call.span.end)}`
  if (found.has(key)) return
  found.set(key, {
    file: file.path, span: call.span, text: textOf(types.workspace, file, call.callee.span), dispatch, path, droppedBy,
    neverStarts: promise === 'lazy',
    awaiting: droppedBy === null ? awaiting(file, call) : [],
  })
}

/** `await` in front of the statement, where the function around can wait. */
function awaiting(file: FileFacts, call: Call): readonly Edit[] {
  if (file.functions[call.function]?.isAsync !== true) return []
  let whole = call
  for (let place = placeOfValue(file, whole); place !== null; place = placeOfValue(file, whole)) whole = place.call
  return whole.use === 'statement' ? [{ span: { start: whole.span.start, end: whole.span.start }, text: 'await ' }] : []
}
