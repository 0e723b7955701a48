import { ignoredResultSettings } from '../../frameworks/celery.ts'
import type { Expression } from '../../model/expression.ts'
import type { Binding, Call, FileFacts } from '../../model/file-facts.ts'
import type { CallPlace } from '../inference/call-graph.ts'
import { callsNamed } from '../facts/called-names.ts'
import { constantOf } from '../inference/constants.ts'
import type { Inference } from '../inference/inference.ts'
import { findName } from '../facts/scope.ts'
import { mentionsSetting } from '../settings/setting-readers.ts'
import { blocksAround, callSite, innermostBlock, type Site } from '../facts/site.ts'
import { classesOf } from '../tasks/task-bases.ts'
import type { TaskBook } from '../tasks/task-book.ts'
import type { Task } from '../tasks/task-table.ts'
import { classOf, functionOf, type FunctionRef } from '../inference/type.ts'

const longestTrace = 8

/** The calls whose value an expression may hold, back through names, lists and functions of the project. `null`: also something else. */
export function sourcesOf(types: Inference, expression: Expression, site: Site, left: number = longestTrace): readonly CallPlace[] | null {
  if (left === 0) return null
  switch (expression.kind) {
    case 'call':
      return sourcesOfCall(types, site.file.calls[expression.call], site.file, left)
    case 'name':
      return sourcesOfName(types, expression.name, { ...site, at: expression.span.start }, left)
    case 'index':
      return sourcesOfItems(types, expression.object, site, left)
    case 'conditional':
      return all([expression.whenTrue, expression.whenFalse], (part) => sourcesOf(types, part, site, left - 1))
    default:
      return null
  }
}

function all<T>(parts: readonly T[], trace: (part: T) => readonly CallPlace[] | null): readonly CallPlace[] | null {
  const found: CallPlace[] = []
  for (const part of parts) {
    const sources = trace(part)
    if (sources === null) return null
    found.push(...sources)
  }
  return found
}

function sourcesOfCall(types: Inference, call: Call | undefined, file: FileFacts, left: number): readonly CallPlace[] | null {
  if (call === undefined) return null
  const callee = types.typeOf(call.callee, callSite(file, call))
  if (callee.kind !== 'function') return [{ file, call }]
  const { exits } = functionOf(callee.ref)
  const returns = exits.filter(({ kind, value }) => kind === 'return' && value !== null)
  return all(returns, ({ value, span }) => (value === null ? null : sourcesOf(types, value, { file: callee.ref.file, function: callee.ref.index, at: span.start }, left - 1)))
}

function sourcesOfName(types: Inference, name: string, site: Site, left: number): readonly CallPlace[] | null {
  const loop = blocksAround(site.file, innermostBlock(site)).find(({ form, names }) => form === 'for' && names.includes(name))
  if (loop !== undefined) return loop.subject === null || loop.names.length > 1 ? null : sourcesOfItems(types, loop.subject, site, left - 1)
  const given = bindingsOf(name, site)
  return given === null ? null : all(given.bindings, (binding) => sourcesOfBinding(types, binding, given.site, left))
}

function sourcesOfBinding(types: Inference, { via, value, span }: Binding, site: Site, left: number): readonly CallPlace[] | null {
  if (value === null) return null
  const at = { ...site, at: span.start }
  if (via === 'assign') return sourcesOf(types, value, at, left - 1)
  return via === 'element' ? sourcesOfItems(types, value, at, left - 1) : null
}

/** What the items of a list may be, those appended to it included. */
function sourcesOfItems(types: Inference, list: Expression, site: Site, left: number): readonly CallPlace[] | null {
  if (left === 0) return null
  if (list.kind === 'list' || list.kind === 'tuple' || list.kind === 'set') return all(list.items, (item) => sourcesOf(types, item, site, left - 1))
  if (list.kind === 'comprehension') return sourcesOf(types, list.element, { ...site, at: list.element.span.start }, left - 1)
  const given = list.kind === 'name' ? bindingsOf(list.name, site) : null
  if (list.kind !== 'name' || given === null) return null
  const written = all(given.bindings, ({ via, value }) => (via === 'assign' && value !== null ? sourcesOfItems(types, value, given.site, left - 1) : null))
  const added = ['append', 'add'].flatMap((method) => callsNamed(site.file, method)).filter((call) => isAddedTo(call, list.name, given.site))
  const appended = all(added, (call) => (call.arguments[0] === undefined ? null : sourcesOf(types, call.arguments[0].value, callSite(site.file, call), left - 1)))
  return written === null || appended === null ? null : [...written, ...appended]
}

function isAddedTo({ callee, function: owner }: Call, name: string, site: Site): boolean {
  return owner === site.function && callee.kind === 'member' && callee.object.kind === 'name' && callee.object.name === name
}

function bindingsOf(name: string, site: Site): { readonly bindings: readonly Binding[]; readonly site: Site } | null {
  const local = findName(site.file, site.function, name)
  return local?.kind === 'variable' ? { bindings: local.bindings, site: { ...site, function: local.function } } : null
}

/** A call that gives the handle of a task that was sent. */
export function givesResult(types: Inference, book: TaskBook, { file, call }: CallPlace): boolean {
  if (types.result(call, file).kind === 'task-result') return true
  const callee = types.typeOf(call.callee, callSite(file, call))
  return callee.kind === 'function-member' && callee.name === 'AsyncResult' && book.ofFunction(callee.ref) !== null
}

/** The task keeps no result, or may not, so that waiting for it ends at once. */
export function dropsResult(types: Inference, book: TaskBook, { file, call }: CallPlace): boolean {
  const site = callSite(file, call)
  const callee = types.typeOf(call.callee, site)
  const of: FunctionRef | null = callee.kind === 'function-member' ? callee.ref : callee.kind === 'signature-member' ? callee.of : null
  const task = of === null ? null : book.ofFunction(of)
  if (task === null) return false
  const option = call.arguments.find(({ name }) => name === 'ignore_result') ?? task.options.all.find(({ name }) => name === 'ignore_result')
  if (option !== undefined) {
    const constant = constantOf(types, option.value, 'site' in option ? option.site : site)
    return constant.state !== 'known' || constant.value === true
  }
  return !task.options.isComplete || isIgnoredByBase(types, task) || mentionsSetting(types.workspace, ignoredResultSettings)
}

function isIgnoredByBase(types: Inference, { bases }: Task): boolean {
  const isUnseen = bases.some(({ kind }) => kind === 'unknown')
  return isUnseen || classesOf(types, bases).some(({ file, index }) => file.functions[classOf({ file, index }).body]?.bindings.some(({ target }) => target === 'ignore_result') ?? false)
}
