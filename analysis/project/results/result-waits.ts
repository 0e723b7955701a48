import { canvasFunctions, resultFunctions, sendMethods, waitMethods, waitPermissions } from '../../frameworks/celery.ts'
import type { Call, FileFacts } from '../../model/file-facts.ts'
import type { Location } from '../../model/source.ts'
import type { ResultWait } from '../../model/task.ts'
import type { CallGraph, CallPlace } from '../inference/call-graph.ts'
import { calledName, callsNamed } from '../facts/called-names.ts'
import { findName } from '../facts/scope.ts'
import type { Inference } from '../inference/inference.ts'
import { dropsResult, givesResult, sourcesOf } from './result-sources.ts'
import { blocksAround, callSite } from '../facts/site.ts'
import type { TaskBook } from '../tasks/task-book.ts'
import { functionOf, refKey, type FunctionRef } from '../inference/type.ts'

const longestPath = 4
const mostFindings = 10

/** Words of which a file that waits for a result holds one. */
const resultWords: readonly string[] = ['AsyncResult', 'GroupResult', 'ResultSet', '.delay', '.apply_async', '.send_task', 'group', 'chain', 'chord']

/** Waits for the result of a task that happen inside a task, anchored where they could be avoided. */
export function resultWaits(types: Inference, book: TaskBook, graph: CallGraph, files: readonly FileFacts[]): readonly ResultWait[] {
  const found = new Map<string, ResultWait>()
  for (const file of files) {
    if (!resultWords.some((word) => types.workspace.mentions(file.path, word))) continue
    for (const call of waitingCalls(types, book, file)) {
      for (const wait of waitsAt(types, book, graph, { file, call })) found.set(`${wait.file}:${String(wait.span.start)}`, wait)
    }
  }
  return [...found.values()]
}

function waitingCalls(types: Inference, book: TaskBook, file: FileFacts): readonly Call[] {
  return [...waitMethods]
    .flatMap((name) => callsNamed(file, name))
    .filter((call) => mayWait(file, call) && waitsForTask(types, book, file, call) && !isAllowed(types, file, call))
}

/** Cheap: what waits for a result takes a timeout at the most, a mapping's `get` takes a key, and a text's `join` is on a text. */
function mayWait(file: FileFacts, { callee, arguments: given }: Call): boolean {
  const [first, second] = given.filter(({ name }) => name === null)
  if (callee.kind !== 'member' || callee.object.kind === 'literal' || callee.object.kind === 'template' || second !== undefined) return false
  if (callee.object.kind === 'call' && !mayGiveResult(file, callee.object.call)) return false
  return first === undefined || !(first.value.kind === 'template' || (first.value.kind === 'literal' && typeof first.value.value === 'string'))
}

/** Cheap: by its name, a call that sends or looks a result up, or a function of the same file. */
function mayGiveResult(file: FileFacts, index: number): boolean {
  const call = file.calls[index]
  if (call === undefined || call.callee.kind === 'call' || call.callee.kind === 'operation') return true
  const name = calledName(file, call)
  if (name === null || resultGivers.has(name)) return true
  if (call.callee.kind === 'name') return findName(file, call.function, call.callee.name)?.kind !== 'import'
  return call.callee.kind === 'member' && call.callee.object.kind === 'name' && call.callee.object.name === 'self'
}

const resultGivers: ReadonlySet<string> = new Set([...sendMethods, ...[...resultFunctions, ...canvasFunctions].map((full) => full.slice(full.lastIndexOf('.') + 1))])

function waitsForTask(types: Inference, book: TaskBook, file: FileFacts, call: Call): boolean {
  if (call.callee.kind !== 'member') return false
  const site = callSite(file, call)
  const type = types.typeOf(call.callee.object, site)
  const isResult = type.kind === 'task-result' || (type.kind === 'external' && resultFunctions.has(type.name.replace(/\(\)$/, '')))
  const sources = sourcesOf(types, call.callee.object, site)
  if (sources === null || sources.length === 0) return isResult
  if (!isResult && !sources.every((source) => givesResult(types, book, source))) return false
  return !sources.every((source) => dropsResult(types, book, source))
}

/** By the argument for it, or by the context around. */
function isAllowed(types: Inference, file: FileFacts, call: Call): boolean {
  const option = call.arguments.find(({ name }) => name === 'disable_sync_subtasks')?.value
  if (option !== undefined && !(option.kind === 'literal' && option.value === true)) return true
  return blocksAround(file, call.block).some((block) => {
    if (block.kind !== 'context' || block.subject === null) return false
    const type = types.typeOf(block.subject, { file, function: block.function, at: block.subject.span.start })
    return type.kind === 'external' && waitPermissions.has(type.name)
  })
}

/** A chain of plain calls from a task to a wait, outermost first. */
interface Way {
  readonly task: string
  readonly steps: readonly CallPlace[]
}

function waitsAt(types: Inference, book: TaskBook, graph: CallGraph, place: CallPlace): readonly ResultWait[] {
  const { call, file } = place
  if (call.callee.kind !== 'member') return []
  const search: Search = { types, book, graph, ways: [], isShared: false, seen: new Set() }
  follow(search, { file, index: call.function }, [])
  const method = `.${call.callee.name}()`
  const wait = locationOf(place)
  const ways = search.isShared ? search.ways : search.ways.slice(0, 1)
  return ways.slice(0, mostFindings).map(({ task, steps }) => {
    const [first, ...rest] = steps
    if (!search.isShared || first === undefined) return { ...wait, method, insideTask: task, path: steps.map(locationOf), wait: null }
    return { ...locationOf(first), method, insideTask: task, path: rest.map(locationOf), wait }
  })
}

function locationOf({ file, call }: CallPlace): Location {
  return { file: file.path, span: call.span }
}

interface Search {
  readonly types: Inference
  readonly book: TaskBook
  readonly graph: CallGraph
  readonly ways: Way[]
  /** Code outside of tasks gets there too. */
  isShared: boolean
  readonly seen: Set<string>
}

function follow(search: Search, ref: FunctionRef, steps: readonly CallPlace[]): void {
  const { kind } = functionOf(ref)
  const task = search.book.ofFunction(ref)
  if (task !== null) {
    search.ways.push({ task: task.definition.handlerName, steps })
    return
  }
  const callers = kind === 'module' || kind === 'class-body' || kind === 'lambda' ? [] : search.graph.callersOf(ref)
  if (callers.length === 0 || steps.length === longestPath) search.isShared = true
  if (steps.length === longestPath || search.seen.has(refKey(ref))) return
  search.seen.add(refKey(ref))
  for (const caller of callers) {
    if (isAllowed(search.types, caller.file, caller.call)) continue
    follow(search, { file: caller.file, index: caller.call.function }, [caller, ...steps])
  }
}
