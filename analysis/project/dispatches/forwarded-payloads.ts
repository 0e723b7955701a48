import type { ForwardedPayload, PayloadArgument } from '../../model/dispatch.ts'
import type { Expression } from '../../model/expression.ts'
import type { Call, FileFacts } from '../../model/file-facts.ts'
import { callSite, type Site } from '../facts/site.ts'
import { textOf } from '../files/text-of.ts'
import type { CallGraph, CallPlace } from '../inference/call-graph.ts'
import type { Inference } from '../inference/inference.ts'
import { parameterBehind, type ParameterPart } from '../inference/parameter-parts.ts'
import { argumentFor } from '../inference/passed-arguments.ts'
import { refKey } from '../inference/type.ts'
import { writtenValue } from '../inference/written-value.ts'
import type { DispatchCall } from './dispatches.ts'
import { payloadOf } from './payload.ts'
import { dataParts, wholeParts, type LocatedPart } from './payload-parts.ts'
import { isSafeAround } from './safe-surroundings.ts'

const longestPath = 3
const mostCallers = 60

/** What callers hand to functions that put their parameters into a message, as far as only the callers know what it is. */
export function forwardedPayloads(types: Inference, graph: CallGraph, made: readonly DispatchCall[]): readonly ForwardedPayload[] {
  return made.flatMap((each) => {
    if (each.dispatch.timing === 'build' || each.dispatch.timing === 'again') return []
    return each.parts.flatMap((part) => (tellsNothing(types, part) ? forwarded({ types, graph, made: each }, part, longestPath, new Set()) : []))
  })
}

interface Search {
  readonly types: Inference
  readonly graph: CallGraph
  readonly made: DispatchCall
}

/** The place that puts it into the message does not know what it is. */
function tellsNothing(types: Inference, { part, site }: LocatedPart): boolean {
  return payloadOf(types, site, [part], [], () => false).every(({ values }) => values.every(({ shape, secret }) => shape.kind === 'unknown' && secret === null))
}

function forwarded(search: Search, { part, site }: LocatedPart, left: number, seen: ReadonlySet<string>): readonly ForwardedPayload[] {
  const value = part.value.kind === 'spread' ? part.value.value : part.value
  const source = left === 0 ? null : parameterBehind(value, site)
  if (source === null || seen.has(refKey(source.ref))) return []
  const callers = search.graph.callersOf(source.ref)
  if (callers.length > mostCallers) return []
  return callers.flatMap((caller) => {
    const given = givenFor(search.types, caller, source)
    if (given === null) return []
    const parts = partsGiven(given, part.name, caller)
    const onward = parts.filter((each) => tellsNothing(search.types, each))
    return [
      ...parts.flatMap((each) => telling(search, each, caller)),
      ...onward.flatMap((each) => forwarded(search, each, left - 1, new Set([...seen, refKey(source.ref)]))),
    ]
  })
}

/** What a caller hands over in the parameter, or in the part of it that is sent. */
function givenFor(types: Inference, caller: CallPlace, { ref, parameter, keys }: ParameterPart): Expression | null {
  const given = argumentFor(types, caller, ref, parameter)
  return given === null ? null : below(types, given, keys, callSite(caller.file, caller.call))
}

/** `null`: the part is not written down at the caller. */
function below(types: Inference, value: Expression, keys: readonly string[], site: Site): Expression | null {
  const [key, ...deeper] = keys
  if (key === undefined) return value
  const written = writtenValue(types, value, site)
  if (written?.expression.kind !== 'record' || written.site.file !== site.file) return null
  const entry = written.expression.entries.findLast((each) => each.key?.kind === 'literal' && each.key.value === key)
  return entry === undefined ? null : below(types, entry.value, deeper, written.site)
}

function partsGiven(value: Expression, name: string | null, { file, call }: CallPlace): readonly LocatedPart[] {
  const site = { ...callSite(file, call), at: value.span.start }
  const parts = name === null ? dataParts(value, site) : wholeParts([{ name: null, spread: null, value, span: value.span }]).map((part) => ({ ...part, name }))
  return parts.map((part) => ({ part, site }))
}

function telling({ types, made }: Search, { part, site }: LocatedPart, { file, call }: CallPlace): readonly ForwardedPayload[] {
  const names = [made.dispatch.queue, made.dispatch.taskName]
  const payload = payloadOf(types, site, [part], [], (secret) => isSafeAround(file, call, names, secret))
  return payload.filter(tells).map((argument) => ({ file: file.path, argument, callee: calleeText(types, file, call), dispatch: made.dispatch }))
}

function calleeText(types: Inference, file: FileFacts, call: Call): string {
  return textOf(types.workspace, file, call.callee.span)
}

const plainKinds: ReadonlySet<string> = new Set(['unknown', 'literal', 'identifier', 'signature'])

function tells({ values }: PayloadArgument): boolean {
  return values.some(({ shape, secret }) => secret !== null || !plainKinds.has(shape.kind))
}
