import { isEntityClass } from '../../frameworks/entities.ts'
import { isRepositoryBase } from '../../frameworks/typeorm.ts'
import type { Inference } from './inference.ts'
import { queryInstance } from './infer-queries.ts'
import { repositoryInstance } from './repository-classes.ts'
import { classOf, unknownType, type ClassRef, type EntityType, type Type } from './type.ts'

/** A value of the class that `type` is. */
export function instanceOf(types: Inference, type: Type): Type {
  if (type.kind === 'class') {
    if (types.family(type.ref).isEntity) return entityOf(type.ref)
    return queryInstance(types, type.ref) ?? repositoryInstance(types, type.ref) ?? { kind: 'instance', ref: type.ref }
  }
  if (type.kind === 'alias') return type.of
  if (type.kind === 'method') return type.returns
  if (type.kind !== 'external') return unknownType
  if (/(^|\.)QuerySet$/.test(type.name)) return { kind: 'query-set', of: null, rows: false, class: null }
  if (isRepositoryBase(type.name)) return { kind: 'repository', of: null, isQuery: false, class: null }
  return isEntityClass(type.name) ? externalEntity(type.name) : { kind: 'external', name: `${type.name}()` }
}

/** A row of an entity class of the project. */
export function entityOf(ref: ClassRef): EntityType {
  return { kind: 'entity', ref, name: classOf(ref).name }
}

/** A row of an entity class outside the project: `django.contrib.auth.models.User`. */
export function externalEntity(name: string): EntityType {
  return { kind: 'entity', ref: null, name: name.slice(name.lastIndexOf('.') + 1) }
}
