import { selfEncoding } from '../frameworks/entities.ts'
import { kindOfExternal } from '../frameworks/value-kinds.ts'
import type { ValueShape } from '../model/value.ts'
import { findMethod } from './class-family.ts'
import type { Inference } from './inference.ts'
import { classOf, type ClassRef, type Type } from './type.ts'

/** What kind of thing a value is when it is put into a message. */
export function shapeOf(types: Inference, type: Type): ValueShape {
  switch (type.kind) {
    case 'entity':
      return type.ref !== null && encodesItself(types, type.ref) ? plain('unknown') : { kind: 'entity', className: type.name }
    case 'query-set':
    case 'manager':
    case 'selection':
      return { kind: 'query-set', className: type.of?.name ?? null }
    case 'collection':
      return type.item.kind === 'entity' ? shapeOf(types, type.item) : plain('unknown')
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

function plain(kind: ValueShape['kind']): ValueShape {
  return { kind, className: null }
}

/** An instance of a class of the project is what its ancestors outside are. */
function instanceShape(types: Inference, ref: ClassRef): ValueShape {
  if (encodesItself(types, ref)) return plain('unknown')
  for (const external of types.family(ref).externals) {
    const kind = kindOfExternal(`${external}()`)
    if (kind !== 'unknown') return { kind, className: classOf(ref).name }
  }
  return plain('unknown')
}

function encodesItself(types: Inference, ref: ClassRef): boolean {
  return findMethod(types.family(ref), selfEncoding) !== null
}
