import {
  entityFunctions, entityListFunctions, isEntityClass, isManagerBase, modelFunction, userFunctions, userModel, userModelFunction,
} from '../../frameworks/entities.ts'
import { canonicalName } from '../../frameworks/names.ts'
import type { Call, FileFacts } from '../../model/file-facts.ts'
import { collectionResult, globalResult } from './infer-collections.ts'
import { declaredEntity } from './infer-declared.ts'
import { commonType, elementType } from './infer-expressions.ts'
import { superAt } from './infer-names.ts'
import { externalEntity, instanceOf } from './infer-instances.ts'
import { queryResult, served } from './infer-queries.ts'
import { relationType } from './infer-relations.ts'
import { ormResult, repositoryResult } from './infer-repositories.ts'
import { selectionResult, sessionResult } from './infer-sessions.ts'
import { signatureMethodResult, taskingResult, taskMethodResult } from './infer-tasks.ts'
import type { Inference } from './inference.ts'
import { callSite } from '../facts/site.ts'
import { functionOf, someEntity, unknownType, type EntityType, type FunctionRef, type Type } from './type.ts'

/** The value of a call. */
export function inferResult(types: Inference, call: Call, file: FileFacts): Type {
  const callee = calledType(types, call, file)
  switch (callee.kind) {
    case 'class':
    case 'method':
      return instanceOf(types, callee)
    case 'function':
      return isUnstarted(call, callee.ref) ? unknownType : functionResult(types, callee)
    case 'query-method':
      return queryResult(callee)
    case 'selection-method':
      return selectionResult(callee)
    case 'collection-method':
      return collectionResult(types, callee, call, file)
    case 'repository-method':
      return repositoryResult(types, callee, call, file)
    case 'function-member':
      return taskMethodResult(callee.ref, callee.name)
    case 'signature':
      return { kind: 'task-result', isGroup: callee.isGroup }
    case 'signature-member':
      return signatureMethodResult(callee)
    case 'external':
      return externalResult(types, callee.name, call, file)
    default:
      return unknownType
  }
}

/** A module that is called, or made, is its default export. */
function calledType(types: Inference, call: Call, file: FileFacts): Type {
  const callee = types.typeOf(call.callee, callSite(file, call))
  return callee.kind === 'module' ? types.moduleMember(callee.path, 'default') : callee
}

/** Without `await`, Python has not begun; a promise is on its way and read as what it will hold. */
function isUnstarted({ awaited }: Call, { file, index }: FunctionRef): boolean {
  return file.language === 'python' && !awaited && file.functions[index]?.isAsync === true
}

/** A method that gives some entity gives the one that the object it is called on is about. */
function functionResult(types: Inference, { ref, receiver, serves }: Extract<Type, { kind: 'function' }>): Type {
  const returned = types.returned(ref)
  const isOpen = returned.kind === 'entity' && returned.ref === null && returned.name === null
  return served(returned, serves ?? (isOpen && receiver !== null ? declaredEntity(types, receiver) : null))
}

function externalResult(types: Inference, name: string, call: Call, file: FileFacts): Type {
  const site = callSite(file, call)
  const first = call.arguments[0]
  const given = (): Type => (first === undefined ? unknownType : types.typeOf(first.value, site))
  if (name.startsWith('builtins.')) return builtInResult(types, name, call, file, given)
  if (name.startsWith('globalThis.')) return globalResult(types, name, call, file) ?? { kind: 'external', name: `${name}()` }
  if (name === 'typing.cast' && first !== undefined) return types.annotated(first.value, site)
  if (name === userModelFunction) return { kind: 'external', name: userModel }
  if (userFunctions.has(name)) return externalEntity(userModel)
  if (name === modelFunction) return modelNamed(types, call, file)
  if (name === 'functools.partial') return given()
  if (entityFunctions.has(name)) return entityFrom(types, given())
  if (entityListFunctions.has(name)) return { kind: 'collection', item: entityFrom(types, given()) }
  if (isEntityClass(name)) return externalEntity(name)
  if (isManagerBase(name)) return { kind: 'manager', of: null, class: null }
  if (name.endsWith('.as_manager')) return { kind: 'manager', of: null, class: null }
  if (name.endsWith('.from_queryset')) return given()
  return (
    taskingResult(types, name, given) ??
    relationType(name, given()) ??
    ormResult(types, name, call, file) ??
    sessionResult(types, name, call, file) ?? { kind: 'external', name: canonicalName(`${name}()`) }
  )
}

function builtInResult(types: Inference, name: string, call: Call, file: FileFacts, given: () => Type): Type {
  switch (name) {
    case 'builtins.super':
      return superAt(callSite(file, call))
    case 'builtins.list':
    case 'builtins.tuple':
    case 'builtins.set':
    case 'builtins.frozenset':
    case 'builtins.sorted':
    case 'builtins.reversed':
    case 'builtins.iter':
      return { kind: 'collection', item: elementType(given()) }
    case 'builtins.next':
      return elementType(given())
    case 'builtins.enumerate':
      return { kind: 'collection', item: { kind: 'tuple', items: [unknownType, elementType(given())] } }
    case 'builtins.zip': {
      const items = call.arguments.map(({ value }) => elementType(types.typeOf(value, callSite(file, call))))
      return { kind: 'collection', item: { kind: 'tuple', items } }
    }
    default:
      return { kind: 'external', name: `${name}()` }
  }
}

/** `get_object_or_404(Order, …)`, also with a query set or manager first. */
function entityFrom(types: Inference, source: Type): EntityType {
  if (source.kind === 'query-set' || source.kind === 'manager') return source.of ?? someEntity
  const made = instanceOf(types, source)
  return made.kind === 'entity' ? made : someEntity
}

/** `apps.get_model("shop", "Order")`, `apps.get_model("shop.Order")` */
function modelNamed(types: Inference, call: Call, file: FileFacts): Type {
  const words = call.arguments.map(({ value }) => (value.kind === 'literal' && typeof value.value === 'string' ? value.value : '?'))
  const [label = '?', name = '?', ...rest] = words.flatMap((word) => word.split('.'))
  if (label === '?' || name === '?' || rest.length > 0) return unknownType
  const path = types.modules.find(`${label}.models`, file.path)
  return path === null ? { kind: 'external', name: `${label}.models.${name}` } : types.moduleMember(path, name)
}

/** What a function returns (an `async` one once it is awaited): its annotation, else the one type of all its `return`s. */
export function inferReturned(types: Inference, ref: FunctionRef): Type {
  const facts = functionOf(ref)
  if (facts.returnType !== null) {
    return types.annotated(facts.returnType, { file: ref.file, function: facts.parent ?? 0, at: facts.span.start })
  }
  if (facts.isGenerator) return unknownType
  const returns = facts.exits.filter((exit) => exit.kind === 'return' && exit.value !== null)
  return commonType(
    returns.map((exit) =>
      exit.value === null ? unknownType : types.typeOf(exit.value, { file: ref.file, function: ref.index, at: exit.span.start }),
    ),
  )
}
