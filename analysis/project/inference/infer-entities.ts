import { identifierNames } from '../../frameworks/entities.ts'
import { activeRecordBase, savingMethods } from '../../frameworks/typeorm.ts'
import { classAttribute, ownAttribute } from './class-attributes.ts'
import { findMethod, methodType } from './class-family.ts'
import { primaryKeyOf } from './primary-keys.ts'
import { relatedEntity, reverseRelation } from './infer-relations.ts'
import type { Inference } from './inference.ts'
import { unknownType, type ClassRef, type EntityType, type Type } from './type.ts'

/** `order.name` */
export function entityAttribute(types: Inference, type: EntityType, name: string): Type {
  if (identifierNames.has(name)) return { kind: 'identifier' }
  if (type.ref === null) return name.endsWith('_id') ? { kind: 'identifier' } : unknownType
  const method = findMethod(types.family(type.ref), name)
  if (method !== null) return methodType(types, method, type.ref)
  if (savingMethods.has(name) && types.family(type.ref).externals.has(activeRecordBase)) return { kind: 'method', returns: type }
  const field = classAttribute(types, type.ref, name)
  if (field !== null) return fieldValue(types, field, type.ref, name)
  if (name.endsWith('_id')) return { kind: 'identifier' }
  return ownAttribute(types, type.ref, name) ?? reverseRelation(types, type.ref, name) ?? unknownType
}

/** What a field of a row holds: a relation holds another row. */
function fieldValue(types: Inference, field: Type, owner: ClassRef, name: string): Type {
  if (field.kind === 'relation') return relatedEntity(types, field, owner)
  if (primaryKeyOf(types, owner) === name) return { kind: 'identifier' }
  return field.kind === 'external' && field.name.endsWith('()') ? unknownType : field
}
