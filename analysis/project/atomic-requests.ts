import { isViewBase, nonAtomicDecorator, requestDecorators, routeFunctions, viewMethods } from '../frameworks/django-views.ts'
import type { Expression } from '../model/expression.ts'
import type { FileFacts } from '../model/file-facts.ts'
import type { Span } from '../model/source.ts'
import type { CallGraph } from './call-graph.ts'
import { constantOf } from './constants.ts'
import { decoratorCallee } from './decorations.ts'
import type { Inference } from './inference.ts'
import { callSite } from './site.ts'
import type { Opener } from './transaction-openers.ts'
import { functionOf, sameRef, type FunctionRef } from './type.ts'

const key = 'ATOMIC_REQUESTS'

/** Where the settings say that every request runs in a transaction. */
export function findAtomicRequests(types: Inference, graph: CallGraph): Opener | null {
  for (const file of graph.filesMentioning([key], ['DATABASES'])) {
    const span = switchedOn(types, file)
    if (span !== null) return { text: `${key}`, location: { file: file.path, span } }
  }
  return null
}

function switchedOn(types: Inference, file: FileFacts): Span | null {
  for (const [index, facts] of file.functions.entries()) {
    for (const binding of facts.bindings) {
      if (!binding.target.startsWith('DATABASES') || binding.value === null) continue
      const found = binding.target.includes(key) ? binding.value : entryNamed(binding.value, key)
      if (found === null) continue
      const value = constantOf(types, found, { file, function: index, at: binding.span.start })
      if (value.state === 'known' && value.value === true) return binding.target.includes(key) ? binding.targetSpan : found.span
    }
  }
  return null
}

function entryNamed(value: Expression, name: string): Expression | null {
  if (value.kind !== 'record') return null
  for (const entry of value.entries) {
    if (entry.key?.kind === 'literal' && entry.key.value === name) return entry.value
    const below = entryNamed(entry.value, name)
    if (below !== null) return below
  }
  return null
}

/** True for a function that a request runs from start to end: a routed or decorated view, a handler of a view class. */
export function isView(types: Inference, graph: CallGraph, ref: FunctionRef): boolean {
  const facts = functionOf(ref)
  if (facts.isAsync || facts.kind === 'lambda') return false
  const decorators = facts.decorators.map((decorator) => decoratorCallee(types, ref, decorator).callee)
  const names = decorators.flatMap((callee) => (callee.kind === 'external' ? [callee.name] : []))
  if (names.includes(nonAtomicDecorator)) return false
  if (facts.kind === 'method') {
    if (facts.class === null || ![...types.family({ file: ref.file, index: facts.class }).externals].some(isViewBase)) return false
    return viewMethods.has(facts.name) || names.includes('rest_framework.decorators.action')
  }
  return names.some((name) => requestDecorators.test(name)) || isRouted(types, graph, ref)
}

function isRouted(types: Inference, graph: CallGraph, ref: FunctionRef): boolean {
  const { name, parameters } = functionOf(ref)
  if (parameters[0]?.name !== 'request') return false
  return graph.filesMentioning([name], ['path', 're_path', 'url']).some((file) =>
    file.calls.some((call) => {
      const view = call.arguments[1]
      if (view === undefined) return false
      const callee = types.typeOf(call.callee, callSite(file, call))
      if (callee.kind !== 'external' || !routeFunctions.has(callee.name)) return false
      const target = types.typeOf(view.value, callSite(file, call))
      return target.kind === 'function' && sameRef(target.ref, ref)
    }),
  )
}
