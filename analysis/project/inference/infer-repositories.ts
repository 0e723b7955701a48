import {
  activeRecordBase, countedListMethods, entityListMethods, eventEntities, givesQuery, givesRepository, isEntityManager, oneEntityMethods,
  plainResultMethods, savingMethods,
} from '../../frameworks/typeorm.ts'
import type { Call, FileFacts } from '../../model/file-facts.ts'
import { callSite } from '../facts/site.ts'
import { findMethod, methodType } from './class-family.ts'
import type { Inference } from './inference.ts'
import { instanceOf } from './infer-instances.ts'
import { someEntity, unknownType, type ClassRef, type EntityType, type RepositoryType, type Type } from './type.ts'

type RepositoryMethod = Extract<Type, { kind: 'repository-method' }>

/** `repository.name`, also while a query is being built. */
export function repositoryMember(types: Inference, type: RepositoryType, name: string): Type {
  const own = type.class === null ? null : findMethod(types.family(type.class), name)
  if (own !== null && type.class !== null) return methodType(types, own, type.class)
  if (name === 'manager') return { kind: 'external', name: 'typeorm.EntityManager()' }
  if (eventEntities.has(name)) return type.of ?? someEntity
  if (type.isQuery && !isEnding(name)) return { kind: 'method', returns: type }
  if (name === 'createQueryBuilder') return { kind: 'method', returns: { ...type, isQuery: true, class: null } }
  return name === 'extend' ? { kind: 'method', returns: type } : { kind: 'repository-method', name, of: type.of }
}

function isEnding(name: string): boolean {
  return [oneEntityMethods, entityListMethods, countedListMethods, plainResultMethods].some((names) => names.has(name))
}

/** A method that an entity class itself has for reading its rows. `null`: the class has none. */
export function activeRecordMember(types: Inference, ref: ClassRef, of: EntityType, name: string): Type | null {
  return types.family(ref).externals.has(activeRecordBase) ? repositoryMember(types, { kind: 'repository', of, isQuery: false, class: null }, name) : null
}

/** The value of calling one of a repository's own methods. */
export function repositoryResult(types: Inference, { name, of }: RepositoryMethod, call: Call, file: FileFacts): Type {
  const entity: EntityType = of ?? someEntity
  if (oneEntityMethods.has(name)) return entity
  if (entityListMethods.has(name)) return { kind: 'collection', item: entity }
  if (countedListMethods.has(name)) return { kind: 'tuple', items: [{ kind: 'collection', item: entity }, unknownType] }
  if (!savingMethods.has(name)) return unknownType
  const saved = givenTo(types, call, file, 0)
  return saved.kind === 'entity' || saved.kind === 'collection' ? saved : unknownType
}

/** The value of a call that is made on TypeORM itself: repositories, queries, rows read by the manager. `null`: the name is none of these. */
export function ormResult(types: Inference, name: string, call: Call, file: FileFacts): Type | null {
  if (!name.startsWith('typeorm.')) return null
  const first = givenTo(types, call, file, 0)
  const made = instanceOf(types, first)
  const of = made.kind === 'entity' ? made : null
  if (givesRepository(name)) return { kind: 'repository', of, isQuery: false, class: null }
  if (givesQuery(name)) return { kind: 'repository', of, isQuery: true, class: null }
  const split = name.lastIndexOf('.')
  if (!isEntityManager(name.slice(0, split))) return null
  const method = name.slice(split + 1)
  if (method === 'withRepository') return first
  if (of !== null) return repositoryResult(types, { kind: 'repository-method', name: method, of }, { ...call, arguments: call.arguments.slice(1) }, file)
  return savingMethods.has(method) && method !== 'merge' ? first : null
}

function givenTo(types: Inference, call: Call, file: FileFacts, position: number): Type {
  const argument = call.arguments[position]
  return argument === undefined ? unknownType : types.typeOf(argument.value, callSite(file, call))
}
