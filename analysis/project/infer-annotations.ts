import type { Expression } from '../model/expression.ts'
import type { Inference } from './inference.ts'
import { commonType } from './infer-expressions.ts'
import type { Site } from './site.ts'
import { unknownType, type EntityType, type Type } from './type.ts'

/** `QuerySet[Order]`, `Order | None`, `"shop.Order"` → the type of a value so annotated. */
export function inferAnnotation(types: Inference, annotation: Expression, site: Site): Type {
  if (annotation.kind === 'literal') {
    if (annotation.value === null) return { kind: 'literal', value: null }
    return typeof annotation.value === 'string' ? namedInText(types, annotation.value, site) : unknownType
  }
  if (annotation.kind === 'operation') {
    return annotation.operator === '|' ? commonType(annotation.operands.map((part) => types.annotated(part, site))) : unknownType
  }
  if (annotation.kind === 'index') return generic(types, annotation.object, annotation.key, site)
  return instanceOf(types, types.typeOf(annotation, site))
}

/** A value of the class that `type` is. */
export function instanceOf(types: Inference, type: Type): Type {
  if (type.kind === 'class') {
    const name = type.ref.file.classes[type.ref.index]?.name ?? null
    return types.family(type.ref).isEntity ? { kind: 'entity', ref: type.ref, name } : { kind: 'instance', ref: type.ref }
  }
  if (type.kind !== 'external') return unknownType
  if (/(^|\.)QuerySet$/.test(type.name)) return { kind: 'query-set', of: null, rows: false }
  return { kind: 'external', name: `${type.name}()` }
}

function generic(types: Inference, container: Expression, key: Expression, site: Site): Type {
  const name = container.kind === 'member' || container.kind === 'name' ? container.name : ''
  const parts = key.kind === 'tuple' ? key.items : [key]
  const [first] = parts
  if (first === undefined) return unknownType
  if (name === 'Optional' || name === 'Annotated' || name === 'Required' || name === 'Final') return types.annotated(first, site)
  if (name === 'Union') return commonType(parts.map((part) => types.annotated(part, site)))
  if (/QuerySet$/.test(name)) return { kind: 'query-set', of: asEntity(types.annotated(first, site)), rows: false }
  if (/^(list|List|set|Set|Sequence|Iterable|Iterator|Collection|frozenset)$/.test(name)) {
    return { kind: 'collection', item: types.annotated(first, site) }
  }
  if (/^(type|Type|dict|Dict|Mapping|Callable|Literal|tuple|Tuple)$/.test(name)) return unknownType
  return instanceOf(types, types.typeOf(container, site))
}

export function asEntity(type: Type): EntityType | null {
  return type.kind === 'entity' ? type : null
}

/** Annotations in quotes: only plain dotted names, alone, optional or with `| None`. */
function namedInText(types: Inference, text: string, site: Site): Type {
  const plain = text.replace(/\s*\|\s*None\s*$/, '').replace(/^\s*Optional\[(.*)\]\s*$/, '$1').trim()
  if (!/^[A-Za-z_][\w.]*$/.test(plain)) return unknownType
  const [first, ...rest] = plain.split('.')
  if (first === undefined) return unknownType
  let type = types.lookup(first, { file: site.file, function: site.function, at: Number.MAX_SAFE_INTEGER })
  for (const name of rest) type = types.member(type, name)
  return instanceOf(types, type)
}
