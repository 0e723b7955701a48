import { kindOfExternal } from '../frameworks/value-kinds.ts'
import type { ValueShape } from '../model/value.ts'
import type { Inference } from './inference.ts'
import type { Type } from './type.ts'

/** What kind of thing a value is when it is put into a message. */
export function shapeOf(types: Inference, type: Type): ValueShape {
  switch (type.kind) {
    case 'entity':
      return { kind: 'entity', className: type.name }
    case 'query-set':
    case 'manager':
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
      return { kind: kindOfExternal(type.name), className: type.name.endsWith('.user') ? 'User' : null }
    case 'instance':
      return instanceShape(types, type)
    default:
      return plain('unknown')
  }
}

function plain(kind: ValueShape['kind']): ValueShape {
  return { kind, className: null }
}

/** An instance of a class of the project is what its ancestors outside are. */
function instanceShape(types: Inference, type: Extract<Type, { kind: 'instance' }>): ValueShape {
  const className = type.ref.file.classes[type.ref.index]?.name ?? null
  for (const external of types.family(type.ref).externals) {
    const kind = kindOfExternal(`${external}()`)
    if (kind !== 'unknown') return { kind, className }
  }
  return plain('unknown')
}
