import { isViewBase, nonAtomicDecorator, requestDecorators, routeFunctions, viewMethods } from '../../frameworks/django-views.ts'
import type { Expression } from '../../model/expression.ts'
import type { Binding, Decorator, FileFacts } from '../../model/file-facts.ts'
import type { Span } from '../../model/source.ts'
import type { CallGraph } from '../inference/call-graph.ts'
import { constantOf } from '../inference/constants.ts'
import { decoratorCallee } from '../tasks/decorations.ts'
import type { Inference } from '../inference/inference.ts'
import { recordEntry } from '../facts/record-entry.ts'
import { callSite } from '../facts/site.ts'
import type { Opener } from './opener.ts'
import { classOf, functionOf, sameRef, type ClassRef, type FunctionRef } from '../inference/type.ts'

const key = 'ATOMIC_REQUESTS'

/** Where the settings say that every request runs in a transaction. */
export function findAtomicRequests(types: Inference, graph: CallGraph): Opener | null {
  for (const file of graph.filesMentioning([key], ['DATABASES'])) {
    const span = switchedOn(types, file)
    if (span !== null) return { text: key, location: { file: file.path, span }, isDefault: true }
  }
  return null
}

function switchedOn(types: Inference, file: FileFacts): Span | null {
  for (const [index, facts] of file.functions.entries()) {
    for (const binding of facts.bindings) {
      if (!binding.target.startsWith('DATABASES') || binding.value === null) continue
      const found = binding.target.includes(key) ? ofDefault(binding) : recordEntry(recordEntry(binding.value, 'default'), key)
      if (found === null) continue
      const value = constantOf(types, found, { file, function: index, at: binding.span.start })
      if (value.state === 'known' && value.value === true) return binding.target.includes(key) ? binding.targetSpan : found.span
    }
  }
  return null
}

/** Only the default database counts: which rows lie in another one cannot be told. */
function ofDefault({ target, value }: Binding): Expression | null {
  return target.includes('["default"]') ? value : null
}

/** True for a function that a request runs from start to end: a routed or decorated view, a handler of a view class. */
export function isView(types: Inference, graph: CallGraph, ref: FunctionRef): boolean {
  const facts = functionOf(ref)
  if (facts.isAsync || facts.kind === 'lambda') return false
  if (optsOut(types, ref, facts.decorators)) return false
  const decorators = facts.decorators.map((decorator) => decoratorCallee(types, ref, decorator).callee)
  const names = decorators.flatMap((callee) => (callee.kind === 'external' ? [callee.name] : []))
  if (facts.kind === 'method') {
    if (facts.class === null || !(viewMethods.has(facts.name) || names.includes('rest_framework.decorators.action'))) return false
    return viewClasses(types, graph, { file: ref.file, index: facts.class }).some((owner) => !optsOut(types, ref, classOf(owner).decorators))
  }
  return names.some((name) => requestDecorators.test(name)) || isRouted(types, graph, ref)
}

/** The class itself or, for a mixin, the view classes that inherit from it. */
function viewClasses(types: Inference, graph: CallGraph, owner: ClassRef): readonly ClassRef[] {
  const isViewClass = (ref: ClassRef): boolean => [...types.family(ref).externals].some(isViewBase)
  return isViewClass(owner) ? [owner] : graph.subclassesOf(owner).filter(isViewClass)
}

/** `@non_atomic_requests`, also by way of `method_decorator`; opting out for another database changes nothing. */
function optsOut(types: Inference, ref: FunctionRef, decorators: readonly Decorator[]): boolean {
  return decorators.some((decorator) => {
    const { call, callee } = decoratorCallee(types, ref, decorator)
    if (callee.kind !== 'external') return false
    if (callee.name === nonAtomicDecorator) return call === null || !call.arguments.some(({ name, value }) => name === 'using' && isOther(value))
    const given = call?.arguments[0]
    if (callee.name !== 'django.utils.decorators.method_decorator' || call === null || given === undefined) return false
    const inner = types.typeOf(given.value, callSite(ref.file, call))
    return inner.kind === 'external' && inner.name === nonAtomicDecorator
  })
}

function isOther(using: Expression): boolean {
  return using.kind === 'literal' && using.value !== 'default'
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
