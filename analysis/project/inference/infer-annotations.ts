import type { Expression } from '../../model/expression.ts'
import { transparentTypes } from '../../frameworks/script-globals.ts'
import { mappedAnnotations } from '../../frameworks/sqlalchemy.ts'
import { splitAnnotation } from '../facts/annotation-text.ts'
import type { Inference } from './inference.ts'
import { commonType } from './infer-expressions.ts'
import { instanceOf } from './infer-instances.ts'
import type { Site } from '../facts/site.ts'
import { unknownType, type EntityType, type Type } from './type.ts'

/** `QuerySet[Order]`, `Order | None`, `"shop.Order"` → the type of a value so annotated. */
export function inferAnnotation(types: Inference, annotation: Expression, site: Site): Type {
  if (annotation.kind === 'literal') {
    if (annotation.value === null) return { kind: 'literal', value: null }
    return typeof annotation.value === 'string' ? inText(types, annotation.value, site) : unknownType
  }
  if (annotation.kind === 'operation') {
    const parts = annotation.operands.map((part) => types.annotated(part, site))
    if (annotation.operator === '&') return parts.find(({ kind }) => kind !== 'unknown' && kind !== 'record') ?? parts.find(({ kind }) => kind === 'record') ?? unknownType
    return annotation.operator === '|' ? commonType(parts) : unknownType
  }
  if (annotation.kind === 'record') return { kind: 'record', expression: annotation, site, holds: 'types' }
  if (annotation.kind === 'tuple') return { kind: 'tuple', items: annotation.items.map((part) => types.annotated(part, site)) }
  if (annotation.kind !== 'index') return instanceOf(types, types.typeOf(annotation, site))
  const { object, key } = annotation
  const parts = (key.kind === 'tuple' ? key.items : [key]).map((part) => () => types.annotated(part, site))
  const first = key.kind === 'tuple' ? key.items[0] : key
  const name = object.kind === 'member' || object.kind === 'name' ? object.name : ''
  return generic(types, name, parts, { container: () => types.typeOf(object, site), first: () => (first === undefined ? unknownType : types.typeOf(first, site)) })
}

/** An annotation in quotes. */
function inText(types: Inference, text: string, site: Site): Type {
  const { alternatives, name, parts } = splitAnnotation(text)
  if (alternatives.length > 1) return commonType(alternatives.map((part) => inText(types, part, site)))
  if (name === null) return unknownType
  if (name === 'None') return { kind: 'literal', value: null }
  if (parts.length === 0) return instanceOf(types, named(types, name, site))
  const inner = parts.map((part) => () => inText(types, part, site))
  const bare = name.slice(name.lastIndexOf('.') + 1)
  return generic(types, bare, inner, { container: () => named(types, name, site), first: () => named(types, parts[0] ?? '', site) })
}

function named(types: Inference, dotted: string, site: Site): Type {
  const [first = '', ...rest] = dotted.split('.')
  const start = types.lookup(first, { file: site.file, function: site.function, at: Number.MAX_SAFE_INTEGER })
  return rest.reduce((type, name) => types.member(type, name), start)
}

/** What stands before the brackets, and the first thing in them, read as expressions. */
interface Written {
  readonly container: () => Type
  readonly first: () => Type
}

const transparent = new Set(['Optional', 'Annotated', 'Required', 'NotRequired', 'Final', 'ClassVar', 'Awaitable', ...mappedAnnotations])
const collections =
  /^(list|List|set|Set|frozenset|FrozenSet|deque|Sequence|MutableSequence|Iterable|Iterator|Collection|Generator|AsyncIterable|AsyncIterator|AsyncGenerator|Array|ReadonlyArray|ReadonlySet)$/

function generic(types: Inference, name: string, parts: readonly (() => Type)[], written: Written): Type {
  const [first] = parts
  if (first === undefined) return unknownType
  if (transparent.has(name) || transparentTypes.has(name)) return first()
  if (name === 'Union') return commonType(parts.map((part) => part()))
  if (/QuerySet$/.test(name)) return ofEntity(instanceOf(types, written.container()), asEntity(first()))
  if (collections.test(name)) return { kind: 'collection', item: first() }
  if (name === 'tuple' || name === 'Tuple') return { kind: 'tuple', items: parts.map((part) => part()) }
  if (name === 'type' || name === 'Type' || name === 'typeof') return written.first()
  if (/^(ReadonlyMap|Map|WeakMap|Record)$/.test(name)) return { kind: 'mapping', value: parts[1]?.() ?? unknownType, isObject: name === 'Record' }
  if (name === 'ReturnType' || name === 'InstanceType') return producedBy(types, first(), name)
  if (/^(dict|Dict|Mapping|Callable|Literal)$/.test(name)) return unknownType
  const container = instanceOf(types, written.container())
  return container.kind === 'repository' && container.of === null ? { ...container, of: asEntity(first()) } : container
}

/** `ReturnType<typeof makeQueue>`, `InstanceType<typeof Order>` */
function producedBy(types: Inference, type: Type, name: string): Type {
  if (name === 'InstanceType') return instanceOf(types, type)
  return type.kind === 'function' ? types.returned(type.ref) : unknownType
}

function ofEntity(type: Type, of: EntityType | null): Type {
  return type.kind === 'query-set' ? { ...type, of } : { kind: 'query-set', of, rows: false, class: null }
}

function asEntity(type: Type): EntityType | null {
  return type.kind === 'entity' ? type : null
}
