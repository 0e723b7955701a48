import { isViewBase, requestDecorators } from '../frameworks/django-views.ts'
import { isEntityBase } from '../frameworks/entities.ts'
import { receiverDecorator } from '../frameworks/django-signals.ts'
import type { Parameter } from '../model/file-facts.ts'
import { instanceOf } from './infer-annotations.ts'
import type { Inference } from './inference.ts'
import { dottedName } from './site.ts'
import { functionOf, unknownType, type FunctionRef, type Type } from './type.ts'

/** What a parameter holds, by its annotation or by the place its function has in a framework. */
export function inferParameter(types: Inference, parameter: Parameter, ref: FunctionRef): Type {
  const facts = functionOf(ref)
  const site = { file: ref.file, function: facts.parent ?? 0, at: facts.span.start }
  if (parameter.kind === 'variadic' || parameter.kind === 'keyword-variadic') return unknownType
  const position = facts.parameters.indexOf(parameter)
  if (facts.kind === 'method' && position === 0) return receiverType(types, ref)
  if (parameter.type !== null) return types.annotated(parameter.type, site)
  if (parameter.name === 'instance') return signalInstance(types, ref)
  if (parameter.name === 'request' && position <= 1 && takesRequest(types, ref)) return { kind: 'external', name: 'django.http.HttpRequest()' }
  return unknownType
}

function receiverType(types: Inference, ref: FunctionRef): Type {
  const facts = functionOf(ref)
  if (facts.class === null) return unknownType
  const owner: Type = { kind: 'class', ref: { file: ref.file, index: facts.class } }
  const decorators = facts.decorators.map(({ expression }) => dottedName(expression))
  if (decorators.includes('staticmethod')) return unknownType
  return decorators.includes('classmethod') ? owner : instanceOf(types, owner)
}

/** Receivers of model signals get the row as `instance`. */
function signalInstance(types: Inference, ref: FunctionRef): Type {
  const facts = functionOf(ref)
  for (const { expression } of facts.decorators) {
    if (expression.kind !== 'call') continue
    const call = ref.file.calls[expression.call]
    if (call === undefined) continue
    const site = { file: ref.file, function: call.function, at: call.span.start }
    const callee = types.typeOf(call.callee, site)
    if (callee.kind !== 'external' || callee.name !== receiverDecorator) continue
    const signal = call.arguments[0] === undefined ? null : types.typeOf(call.arguments[0].value, site)
    if (signal?.kind !== 'external' || !signal.name.startsWith('django.db.models.signals.')) continue
    const sender = call.arguments.find((argument) => argument.name === 'sender')
    const made = sender === undefined ? unknownType : instanceOf(types, types.typeOf(sender.value, site))
    return made.kind === 'entity' ? made : { kind: 'entity', ref: null, name: null }
  }
  return unknownType
}

function takesRequest(types: Inference, ref: FunctionRef): boolean {
  const facts = functionOf(ref)
  if (facts.kind === 'method') {
    return facts.class !== null && [...types.family({ file: ref.file, index: facts.class }).externals].some(isViewBase)
  }
  return facts.decorators.some(({ expression }) => {
    const call = expression.kind === 'call' ? ref.file.calls[expression.call] : undefined
    const type = types.typeOf(call?.callee ?? expression, { file: ref.file, function: facts.parent ?? 0, at: facts.span.start })
    return type.kind === 'external' && requestDecorators.test(type.name)
  }) || rendersResponse(types, ref)
}

/** An undecorated view gives itself away by what it returns. */
function rendersResponse(types: Inference, ref: FunctionRef): boolean {
  return functionOf(ref).exits.some((exit) => {
    if (exit.kind !== 'return' || exit.value === null) return false
    const type = types.typeOf(exit.value, { file: ref.file, function: ref.index, at: exit.span.start })
    return type.kind === 'external' && /^django\.(http|shortcuts)\.\w+\(\)$/.test(type.name)
  })
}

/** An entity class outside the project: `django.contrib.auth.models.User`. */
export function externalEntity(name: string): Type | null {
  return isEntityBase(name) ? { kind: 'entity', ref: null, name: name.slice(name.lastIndexOf('.') + 1) } : null
}
