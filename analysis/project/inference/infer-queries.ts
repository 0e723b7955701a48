import {
  entityMethods, isManagerBase, isQuerySetBase, listMethods, pairMethods, querySetMethods, rowMethods,
} from '../../frameworks/entities.ts'
import { findMethod, methodType } from './class-family.ts'
import type { Inference } from './inference.ts'
import { someEntity, unknownType, type ClassRef, type EntityType, type ManagerType, type QuerySetType, type Type } from './type.ts'

type QueryMethod = Extract<Type, { kind: 'query-method' }>

/** What an instance of a class of the project is, where the class is one of managers or query sets. `null`: neither. */
export function queryInstance(types: Inference, ref: ClassRef): ManagerType | QuerySetType | null {
  for (const external of types.family(ref).externals) {
    if (isManagerBase(external)) return { kind: 'manager', of: null, class: ref }
    if (isQuerySetBase(external)) return { kind: 'query-set', of: null, rows: false, class: ref }
  }
  return null
}

/** `Order.objects.name` and `Order.objects.all().name` */
export function queryMember(types: Inference, type: ManagerType | QuerySetType, name: string): Type {
  const own = type.class === null ? null : findMethod(types.family(type.class), name)
  if (own !== null && type.class !== null) {
    const method = methodType(types, own, type.class)
    if (method.kind !== 'function') return served(method, type.of)
    return type.of === null ? method : { ...method, serves: type.of }
  }
  return builtInMember(types, type, name)
}

/** A member that managers and query sets have from Django itself, for `super()` too. */
export function builtInMember(types: Inference, type: ManagerType | QuerySetType, name: string): Type {
  const rows = type.kind === 'query-set' && type.rows
  if (name === 'model') return modelOf(type)
  const known = [entityMethods, pairMethods, querySetMethods, rowMethods, listMethods].some((names) => names.has(name))
  return known ? { kind: 'query-method', name, of: type.of, rows, class: querySetClass(types, type) } : unknownType
}

/** `self.model`: the class, of which little more is asked than to be called. */
function modelOf({ of }: ManagerType | QuerySetType): Type {
  if (of !== null && of.ref !== null) return { kind: 'class', ref: of.ref }
  return { kind: 'method', returns: of ?? someEntity }
}

/** The class of the query sets that a manager makes. */
function querySetClass(types: Inference, type: ManagerType | QuerySetType): ClassRef | null {
  if (type.kind === 'query-set' || type.class === null) return type.class
  if (queryInstance(types, type.class)?.kind === 'query-set') return type.class
  const made = findMethod(types.family(type.class), 'get_queryset')
  const returned = made === null ? unknownType : types.returned(made)
  return returned.kind === 'query-set' ? returned.class : null
}

/** The value of calling one of Django's own methods. */
export function queryResult(method: QueryMethod): Type {
  const { name, of, rows } = method
  const entity: EntityType = of ?? someEntity
  if (entityMethods.has(name)) return rows ? unknownType : entity
  if (pairMethods.has(name)) return { kind: 'tuple', items: [entity, unknownType] }
  if (listMethods.has(name)) return { kind: 'collection', item: rows ? unknownType : entity }
  return { kind: 'query-set', of, rows: rows || rowMethods.has(name), class: method.class }
}

/** What a method written for any entity gives when it is called for this one. */
export function served(type: Type, by: EntityType | null): Type {
  if (by === null) return type
  switch (type.kind) {
    case 'entity':
      return type.ref === null && type.name === null ? by : type
    case 'manager':
    case 'query-set':
    case 'query-method':
      return type.of === null ? { ...type, of: by } : type
    case 'collection':
      return { ...type, item: served(type.item, by) }
    case 'tuple':
      return { ...type, items: type.items.map((item) => served(item, by)) }
    default:
      return type
  }
}
