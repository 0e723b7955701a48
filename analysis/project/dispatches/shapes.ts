import { selfEncoding } from '../../frameworks/entities.ts'
import { kindOfExternal } from '../../frameworks/value-kinds.ts'
import type { ValueShape } from '../../model/value.ts'
import { findMethod } from '../inference/class-family.ts'
import { isRegistered } from './encoded-types.ts'
import type { Inference } from '../inference/inference.ts'
import { classOf, type ClassRef, type EntityType, type Type } from '../inference/type.ts'

/** What kind of thing a value is when it is put into a message. */
export function shapeOf(types: Inference, type: Type): ValueShape {
  switch (type.kind) {
    case 'entity':
      return isEncodable(types, type) ? plain('unknown') : { kind: 'entity', className: type.name }
    case 'query-set':
    case 'manager':
    case 'selection':
      return { kind: 'query-set', className: type.of?.name ?? null }
    case 'collection':
      return collectionShape(shapeOf(types, type.item))
    case 'identifier':
      return plain('identifier')
    case 'literal':
      return plain('literal')
    case 'signature':
      return plain('signature')
    case 'external':
      return plain(kindOfExternal(type.name))
    case 'instance':
      return instanceShape(types, type.ref)
    default:
      return plain('unknown')
  }
}

/** Only what is wrong in a message alone is wrong in a collection, too. */
function collectionShape(item: ValueShape): ValueShape {
  return plainKinds.has(item.kind) ? plain('unknown') : { ...item, isMany: true }
}

const plainKinds: ReadonlySet<ValueShape['kind']> = new Set(['unknown', 'literal', 'identifier', 'signature', 'exception'])

function plain(kind: ValueShape['kind']): ValueShape {
  return { kind, className: null }
}

/** An instance of a class of the project is what its ancestors outside are. */
function instanceShape(types: Inference, ref: ClassRef): ValueShape {
  if (isEncodable(types, { kind: 'instance', ref })) return plain('unknown')
  for (const external of types.family(ref).externals) {
    const kind = kindOfExternal(`${external}()`)
    if (kind !== 'unknown') return { kind, className: classOf(ref).name }
  }
  return plain('unknown')
}

/** The class says itself how it is encoded, or the project has told the encoder. */
function isEncodable(types: Inference, type: EntityType | Extract<Type, { kind: 'instance' }>): boolean {
  const isOwn = type.ref !== null && findMethod(types.family(type.ref), selfEncoding) !== null
  return isOwn || isRegistered(types, type)
}
