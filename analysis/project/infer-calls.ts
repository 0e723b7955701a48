import { bulkMethods, entityFunctions, entityMethods, isEntityBase, pairMethods, rowMethods } from '../frameworks/entities.ts'
import {
  afterCommitMethods, canvasFunctions, groupMethods, resultFunctions, sendMethods, signatureMethods, signatureRefinements,
} from '../frameworks/celery.ts'
import { enqueueOptionsMethod } from '../frameworks/django-tasks.ts'
import type { Call, FileFacts } from '../model/file-facts.ts'
import { instanceOf } from './infer-annotations.ts'
import { commonType, elementType } from './infer-expressions.ts'
import { makesManager, relationType } from './infer-members.ts'
import type { Inference } from './inference.ts'
import { callSite } from './site.ts'
import { functionOf, unknownType, type EntityType, type FunctionRef, type Type } from './type.ts'

/** The value of a call. */
export function inferResult(types: Inference, call: Call, file: FileFacts): Type {
  const callee = types.typeOf(call.callee, callSite(file, call))
  if (makesManager(types, callee)) return { kind: 'manager', of: null }
  switch (callee.kind) {
    case 'class':
      return instanceOf(types, callee)
    case 'function':
      return types.returned(callee.ref)
    case 'query-method':
      return queryResult(callee)
    case 'function-member':
      return functionMemberResult(callee.ref, callee.name)
    case 'signature':
      return { kind: 'task-result', isGroup: callee.isGroup }
    case 'signature-member':
      return signatureMemberResult(callee)
    case 'external':
      return externalResult(types, callee.name, call, file)
    default:
      return unknownType
  }
}

function queryResult(method: Extract<Type, { kind: 'query-method' }>): Type {
  const entity: EntityType = method.of ?? { kind: 'entity', ref: null, name: null }
  if (entityMethods.has(method.name)) return method.rows ? unknownType : entity
  if (pairMethods.has(method.name)) return { kind: 'tuple', items: [entity, unknownType] }
  if (bulkMethods.has(method.name)) return { kind: 'collection', item: entity }
  return { kind: 'query-set', of: method.of, rows: method.rows || rowMethods.has(method.name) }
}

/** Only task functions have such members, so a function that has one is a task. */
function functionMemberResult(ref: FunctionRef, name: string): Type {
  if (signatureMethods.has(name) || name === enqueueOptionsMethod) return { kind: 'signature', of: ref, isGroup: false }
  if (groupMethods.has(name)) return { kind: 'signature', of: null, isGroup: true }
  if (sendMethods.has(name)) return { kind: 'task-result', isGroup: false }
  return afterCommitMethods.has(name) ? { kind: 'literal', value: null } : unknownType
}

function signatureMemberResult(method: Extract<Type, { kind: 'signature-member' }>): Type {
  if (sendMethods.has(method.name)) return { kind: 'task-result', isGroup: method.isGroup }
  return signatureRefinements.has(method.name) ? { kind: 'signature', of: method.of, isGroup: method.isGroup } : unknownType
}

function externalResult(types: Inference, name: string, call: Call, file: FileFacts): Type {
  const site = callSite(file, call)
  const first = call.arguments[0]
  const given = (): Type => (first === undefined ? unknownType : types.typeOf(first.value, site))
  if (name === 'builtins.super') return superType(call, file)
  if (/^builtins\.(list|tuple|set|frozenset|sorted|reversed|iter)$/.test(name)) return { kind: 'collection', item: elementType(given()) }
  if (name === 'builtins.next') return elementType(given())
  if (name === 'typing.cast' && first !== undefined) return types.annotated(first.value, site)
  if (name === 'django.contrib.auth.get_user_model') return { kind: 'external', name: 'django.contrib.auth.models.User' }
  if (entityFunctions.has(name)) return entityFrom(types, given())
  if (isEntityBase(name)) return { kind: 'entity', ref: null, name: name.slice(name.lastIndexOf('.') + 1) }
  if (canvasFunctions.has(name)) return { kind: 'signature', of: null, isGroup: name === 'celery.group' }
  if (resultFunctions.has(name)) return { kind: 'task-result', isGroup: name === 'celery.result.GroupResult' }
  return relationType(name, given()) ?? { kind: 'external', name: `${name}()` }
}

function superType(call: Call, file: FileFacts): Type {
  for (let index: number | null = call.function; index !== null; index = file.functions[index]?.parent ?? null) {
    const owner = file.functions[index]?.class ?? null
    if (owner !== null) return { kind: 'super', ref: { file, index: owner } }
  }
  return unknownType
}

/** `get_object_or_404(Order, …)`, also with a query set or manager first. */
function entityFrom(types: Inference, source: Type): Type {
  if (source.kind === 'query-set' || source.kind === 'manager') return source.of ?? { kind: 'entity', ref: null, name: null }
  const made = instanceOf(types, source)
  return made.kind === 'entity' ? made : { kind: 'entity', ref: null, name: null }
}

/** What a function returns: its annotation, else the one type of all its `return`s. */
export function inferReturned(types: Inference, ref: FunctionRef): Type {
  const facts = functionOf(ref)
  if (facts.returnType !== null) {
    return types.annotated(facts.returnType, { file: ref.file, function: facts.parent ?? 0, at: facts.span.start })
  }
  if (facts.isGenerator || facts.isAsync) return unknownType
  const returns = facts.exits.filter((exit) => exit.kind === 'return' && exit.value !== null)
  return commonType(
    returns.map((exit) =>
      exit.value === null ? unknownType : types.typeOf(exit.value, { file: ref.file, function: ref.index, at: exit.span.start }),
    ),
  )
}
