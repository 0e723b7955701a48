import { isAdminBase, isViewBase, requestDecorators } from '../../frameworks/django-views.ts'
import { adminObjectMethods, formMethods, serializerMethods } from '../../frameworks/django-forms.ts'
import type { Parameter } from '../../model/file-facts.ts'
import { instanceOf } from './infer-instances.ts'
import { formOf, serializerOf } from './infer-declared.ts'
import { handedToCallback } from './infer-callbacks.ts'
import { signalInstance } from './infer-receivers.ts'
import type { Inference } from './inference.ts'
import { dottedName, type Site } from '../facts/site.ts'
import { functionOf, someEntity, unknownType, type ClassRef, type FunctionRef, type Type } from './type.ts'

/** What a parameter holds, by its annotation or by the place its function has in a framework. */
export function inferParameter(types: Inference, parameter: Parameter, ref: FunctionRef): Type {
  const facts = functionOf(ref)
  const site = { file: ref.file, function: facts.parent ?? 0, at: facts.span.start }
  if (parameter.kind === 'variadic' || parameter.kind === 'keyword-variadic') return variadic(types, parameter, ref, site)
  const position = facts.parameters.indexOf(parameter)
  if (facts.kind === 'lambda' && parameter.type === null) return handedToCallback(types, ref, position)
  if ((facts.kind === 'method' || facts.kind === 'class-body') && position === 0) return receiverType(types, ref)
  if (parameter.type !== null) return types.annotated(parameter.type, site)
  if (position === 0 && facts.kind === 'function' && isBoundTask(ref)) return { kind: 'function', ref, receiver: null }
  if (parameter.name === 'instance') return signalInstance(types, ref)
  if (parameter.name === 'request' && position <= 1 && takesRequest(types, ref)) return request
  if (facts.kind === 'method' && facts.class !== null) return handedToMethod(types, parameter.name, facts.name, { file: ref.file, index: facts.class })
  return parameter.name === 'queryset' && isAdminAction(types, ref) ? { kind: 'query-set', of: null, rows: false, class: null } : unknownType
}

/** Python writes the type of one item, TypeScript that of the list. */
function variadic(types: Inference, { type }: Parameter, { file }: FunctionRef, site: Site): Type {
  return type !== null && file.language === 'typescript' ? types.annotated(type, site) : unknownType
}

const request: Type = { kind: 'external', name: 'django.http.HttpRequest()' }

function receiverType(types: Inference, ref: FunctionRef): Type {
  const facts = functionOf(ref)
  if (facts.class === null) return unknownType
  const owner: Type = { kind: 'class', ref: { file: ref.file, index: facts.class } }
  const decorators = facts.decorators.map(({ expression }) => dottedName(expression))
  if (decorators.includes('staticmethod')) return unknownType
  return decorators.includes('classmethod') || facts.isStatic === true ? owner : instanceOf(types, owner)
}

/** `@shared_task(bind=True)`: members of the first parameter are those of the task. */
function isBoundTask({ file, index }: FunctionRef): boolean {
  return (file.functions[index]?.decorators ?? []).some(({ expression }) => {
    const call = expression.kind === 'call' ? file.calls[expression.call] : undefined
    return call?.arguments.some(({ name, value }) => name === 'bind' && value.kind === 'literal' && value.value === true) === true
  })
}

/** What generic views and the admin hand to the methods that a project gives them. */
function handedToMethod(types: Inference, parameter: string, method: string, owner: ClassRef): Type {
  const externals = [...types.family(owner).externals]
  if (externals.some(isViewBase)) {
    if (parameter === 'form' && formMethods.has(method)) return formOf(types, owner)
    return parameter === 'serializer' && serializerMethods.has(method) ? serializerOf(types, owner) : unknownType
  }
  if (!externals.some(isAdminBase)) return unknownType
  if (parameter === 'request') return request
  if (parameter === 'obj' && adminObjectMethods.has(method)) return someEntity
  return parameter === 'queryset' ? { kind: 'query-set', of: null, rows: false, class: null } : unknownType
}

/** `@admin.action def close(modeladmin, request, queryset)` */
function isAdminAction(types: Inference, ref: FunctionRef): boolean {
  return decoratorNames(types, ref).some((name) => name === 'django.contrib.admin.action')
}

function takesRequest(types: Inference, ref: FunctionRef): boolean {
  const facts = functionOf(ref)
  if (facts.kind === 'method') {
    return facts.class !== null && [...types.family({ file: ref.file, index: facts.class }).externals].some(isViewBase)
  }
  return decoratorNames(types, ref).some((name) => requestDecorators.test(name)) || rendersResponse(types, ref)
}

function decoratorNames(types: Inference, ref: FunctionRef): readonly string[] {
  const facts = functionOf(ref)
  return facts.decorators.flatMap(({ expression }) => {
    const call = expression.kind === 'call' ? ref.file.calls[expression.call] : undefined
    const type = types.typeOf(call?.callee ?? expression, { file: ref.file, function: facts.parent ?? 0, at: facts.span.start })
    return type.kind === 'external' ? [type.name] : []
  })
}

/** An undecorated view gives itself away by what it returns. */
function rendersResponse(types: Inference, ref: FunctionRef): boolean {
  return functionOf(ref).exits.some((exit) => {
    if (exit.kind !== 'return' || exit.value === null) return false
    const type = types.typeOf(exit.value, { file: ref.file, function: ref.index, at: exit.span.start })
    return type.kind === 'external' && /^django\.(http|shortcuts)\.\w+\(\)$/.test(type.name)
  })
}
