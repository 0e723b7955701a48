import type { Expression, IndexExpression } from '../../model/expression.ts'
import type { Inference } from './inference.ts'
import type { Site } from '../facts/site.ts'
import { isChanged } from '../facts/written-items.ts'
import { recordMember } from './infer-records.ts'
import { sameType, someEntity, unknownType, type Type } from './type.ts'

export function inferExpression(types: Inference, expression: Expression, site: Site): Type {
  const at = { ...site, at: expression.span.start }
  switch (expression.kind) {
    case 'literal':
      return { kind: 'literal', value: expression.value }
    case 'name':
      return types.lookup(expression.name, at)
    case 'member':
      return types.member(types.typeOf(expression.object, at), expression.name)
    case 'index':
      return itemType(types, expression, at)
    case 'call': {
      const call = site.file.calls[expression.call]
      return call === undefined ? unknownType : types.result(call, site.file)
    }
    case 'function':
      return { kind: 'function', ref: { file: site.file, index: expression.function }, receiver: null }
    case 'record':
      return { kind: 'record', expression, site, holds: 'values' }
    case 'tuple':
      return { kind: 'tuple', items: expression.items.map((item) => types.typeOf(item, at)) }
    case 'list':
    case 'set':
      return { kind: 'collection', item: commonType(expression.items.map((item) => types.typeOf(item, at))) }
    case 'comprehension':
      return expression.collection === 'record' ? unknownType : { kind: 'collection', item: types.typeOf(expression.element, at) }
    case 'conditional':
      return commonType([types.typeOf(expression.whenTrue, at), types.typeOf(expression.whenFalse, at)])
    case 'operation':
      return operationType(expression.operator, expression.operands.map((operand) => types.typeOf(operand, at)))
    default:
      return unknownType
  }
}

/** A choice between operands, or a union of them; signatures joined by a bar are a chain. */
function operationType(operator: string, operands: readonly Type[]): Type {
  if (!/^(or|\|\||\?\?|\||&)$/.test(operator)) return unknownType
  const common = commonType(operands)
  return operator === '|' && common.kind === 'signature' ? { ...common, of: null, isWorkflow: true } : common
}

/** The one type that all of them have, nulls left out; unknown where they differ. */
export function commonType(candidates: readonly Type[]): Type {
  const given = candidates.filter((type) => !(type.kind === 'literal' && type.value === null))
  const [first, ...rest] = given
  if (first === undefined) return candidates[0] ?? unknownType
  return rest.every((type) => sameType(first, type)) ? first : unknownType
}

/** What iterating gives, one at a time. */
export function elementType(type: Type): Type {
  switch (type.kind) {
    case 'collection':
      return type.item
    case 'manager':
      return unknownType
    case 'query-set':
      return type.rows ? unknownType : (type.of ?? someEntity)
    case 'selection':
      return type.tuples ? unknownType : (type.of ?? unknownType)
    case 'tuple':
      return commonType(type.items)
    case 'mapping':
      return type.isObject ? unknownType : { kind: 'tuple', items: [unknownType, type.value] }
    case 'external':
      return { kind: 'external', name: `${type.name}[]` }
    default:
      return unknownType
  }
}

/** `value[key]`. A key that is no expression is a range. */
function itemType(types: Inference, { object, key }: IndexExpression, site: Site): Type {
  const type = types.typeOf(object, site)
  if (type.kind === 'record') {
    const isFixed = object.kind !== 'name' || !isChanged(object.name, site.file)
    return key.kind === 'literal' && isFixed ? recordMember(types, type, String(key.value)) : unknownType
  }
  if (type.kind === 'mapping') return type.value
  if (type.kind === 'tuple' && key.kind === 'literal' && typeof key.value === 'number') return type.items.at(key.value) ?? unknownType
  const isRange = key.kind === 'unknown'
  return isRange && (type.kind === 'query-set' || type.kind === 'collection' || type.kind === 'selection') ? type : elementType(type)
}
