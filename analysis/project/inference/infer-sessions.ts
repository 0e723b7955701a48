import {
  allRowsMethods, columnMethods, isSelect, oneRowMethods, queryingBase, refinements, scalarMethods, sessionGetters,
} from '../../frameworks/sqlalchemy.ts'
import { isSession } from '../../frameworks/transactions.ts'
import type { Call, FileFacts } from '../../model/file-facts.ts'
import type { Inference } from './inference.ts'
import { instanceOf } from './infer-instances.ts'
import { callSite } from '../facts/site.ts'
import { classOf, unknownType, type ClassRef, type EntityType, type SelectionType, type Type } from './type.ts'

type SelectionMethod = Extract<Type, { kind: 'selection-method' }>

/** The value of `select(User)` and of a session's methods. `null`: the name is neither. */
export function sessionResult(types: Inference, name: string, call: Call, file: FileFacts): Type | null {
  const given = call.arguments.map(({ value }) => types.typeOf(value, callSite(file, call)))
  if (isSelect(name)) return selectionOf(types, given)
  const split = name.lastIndexOf('.')
  const owner = name.slice(0, split)
  const method = name.slice(split + 1)
  const isDatabase = owner === 'flask_sqlalchemy.SQLAlchemy()' && sessionGetters.has(method)
  return isDatabase || isSession(owner) ? methodResult(types, method, given) : null
}

function methodResult(types: Inference, method: string, given: readonly Type[]): Type | null {
  const [first = unknownType] = given
  if (sessionGetters.has(method)) return first.kind === 'selection' ? oneOf(first) : (entityIn(types, first) ?? unknownType)
  switch (method) {
    case 'query':
      return selectionOf(types, given)
    case 'merge':
      return first
    case 'execute':
      return first.kind === 'selection' ? { ...first, of: first.tuples ? null : first.of, tuples: true } : unknownType
    case 'exec':
      return first
    case 'scalars':
    case 'stream_scalars':
      return first
    case 'scalar':
      return oneOf(first)
    default:
      return null
  }
}

function selectionOf(types: Inference, given: readonly Type[]): SelectionType {
  const [first = unknownType] = given
  const of = given.length === 1 ? entityIn(types, first) : null
  return { kind: 'selection', of, tuples: of === null }
}

function entityIn(types: Inference, type: Type): EntityType | null {
  const instance = type.kind === 'class' ? instanceOf(types, type) : unknownType
  return instance.kind === 'entity' ? instance : null
}

function oneOf(type: Type): Type {
  return type.kind === 'selection' && !type.tuples ? (type.of ?? unknownType) : unknownType
}

/** The value of calling a method of a statement, query or result. */
export function selectionResult({ name, from }: SelectionMethod): Type {
  if (refinements.has(name)) return from
  if (columnMethods.has(name)) return { kind: 'selection', of: null, tuples: true }
  if (name === 'scalars') return { ...from, tuples: from.of === null }
  if (scalarMethods.has(name)) return from.of ?? unknownType
  if (oneRowMethods.has(name)) return oneOf(from)
  return allRowsMethods.has(name) ? { kind: 'collection', item: oneOf(from) } : unknownType
}

/** `User.query` of Flask-SQLAlchemy. `null`: any other name or class. */
export function queryAttribute(types: Inference, ref: ClassRef, name: string): Type | null {
  if (name !== 'query' || !types.family(ref).externals.has(queryingBase)) return null
  return { kind: 'selection', of: { kind: 'entity', ref, name: classOf(ref).name }, tuples: false }
}
