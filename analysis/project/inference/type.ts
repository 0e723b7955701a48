import type { RecordExpression } from '../../model/expression.ts'
import type { ClassFacts, FileFacts, FunctionFacts } from '../../model/file-facts.ts'
import type { Site } from '../facts/site.ts'

export interface FunctionRef {
  readonly file: FileFacts
  readonly index: number
}

export interface ClassRef {
  readonly file: FileFacts
  readonly index: number
}

/**
 * What is known of a value without running the program. A name outside the project is `external`, spelled as it would be
 * imported and called: `celery.shared_task`, `celery.Celery().task`, `threading.Lock()`.
 */
export type Type =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'module'; readonly path: string }
  /** `serves`: the entity whose manager or query set it is a method of. */
  | { readonly kind: 'function'; readonly ref: FunctionRef; readonly receiver: ClassRef | null; readonly serves?: EntityType }
  /** A method from outside the project whose result is known. */
  | { readonly kind: 'method'; readonly returns: Type }
  | { readonly kind: 'class'; readonly ref: ClassRef }
  | { readonly kind: 'instance'; readonly ref: ClassRef }
  | { readonly kind: 'super'; readonly ref: ClassRef }
  | { readonly kind: 'external'; readonly name: string }
  | EntityType
  | ManagerType
  | QuerySetType
  | { readonly kind: 'query-method'; readonly name: string; readonly of: EntityType | null; readonly rows: boolean; readonly class: ClassRef | null }
  | SelectionType
  | { readonly kind: 'selection-method'; readonly name: string; readonly from: SelectionType }
  | { readonly kind: 'relation'; readonly target: Type; readonly many: boolean }
  /** An attribute of a function: only task functions have any of interest. */
  | { readonly kind: 'function-member'; readonly ref: FunctionRef; readonly name: string }
  /** A call that is described but not made: `task.s(…)`, a workflow such as `chain(…)`. The function is known for a single call. */
  | { readonly kind: 'signature'; readonly of: FunctionRef | null; readonly isGroup: boolean; readonly isWorkflow: boolean }
  | { readonly kind: 'signature-member'; readonly of: FunctionRef | null; readonly isGroup: boolean; readonly isWorkflow: boolean; readonly name: string }
  /** The handle of a call that was sent. */
  | { readonly kind: 'task-result'; readonly isGroup: boolean }
  | { readonly kind: 'collection'; readonly item: Type }
  | { readonly kind: 'collection-method'; readonly name: string; readonly item: Type }
  /** Values under keys that are not known: an object used so (its keys are members), or a map. */
  | { readonly kind: 'mapping'; readonly value: Type; readonly isObject: boolean }
  | RecordType
  /** A name that stands for a type that is no class. */
  | { readonly kind: 'alias'; readonly of: Type }
  | RepositoryType
  | { readonly kind: 'repository-method'; readonly name: string; readonly of: EntityType | null }
  | { readonly kind: 'tuple'; readonly items: readonly Type[] }
  | { readonly kind: 'identifier' }
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }

/** An object with the keys written in it; `types`: it is a type, and its entries say what kinds of value the keys hold. */
export interface RecordType {
  readonly kind: 'record'
  readonly expression: RecordExpression
  readonly site: Site
  readonly holds: 'values' | 'types'
}

/** What reads and writes the rows of an entity class (`null`: of any), or a query over them that is being built. */
export interface RepositoryType {
  readonly kind: 'repository'
  readonly of: EntityType | null
  readonly isQuery: boolean
  /** The project's own class of repositories, where there is one. */
  readonly class: ClassRef | null
}

/** A row object of an object-relational mapper. */
export interface EntityType {
  readonly kind: 'entity'
  readonly ref: ClassRef | null
  readonly name: string | null
}

/** `class`: the project's own class of managers or query sets, where there is one. */
export interface ManagerType {
  readonly kind: 'manager'
  readonly of: EntityType | null
  readonly class: ClassRef | null
}

/** `rows`: what it gives are plain values, not entities. */
export interface QuerySetType {
  readonly kind: 'query-set'
  readonly of: EntityType | null
  readonly rows: boolean
  readonly class: ClassRef | null
}

/** A statement, query or result of SQLAlchemy. `tuples`: its rows are tuples, though their first column may be an entity. */
export interface SelectionType {
  readonly kind: 'selection'
  readonly of: EntityType | null
  readonly tuples: boolean
}

/** A class with everything it inherits from. */
export interface ClassFamily {
  /** The class itself and its ancestors in the project, nearest first. */
  readonly members: readonly ClassRef[]
  /** Ancestors outside the project. */
  readonly externals: ReadonlySet<string>
  /** Some base could not be resolved: the class may inherit anything. */
  readonly hasUnknownBase: boolean
  readonly isEntity: boolean
}

export const unknownType: Type = { kind: 'unknown' }

/** An entity of which nothing is known. */
export const someEntity: EntityType = { kind: 'entity', ref: null, name: null }

/** @throws RangeError when the index does not belong to the file. */
export function functionOf(ref: FunctionRef): FunctionFacts {
  const facts = ref.file.functions[ref.index]
  if (facts === undefined) throw new RangeError(`${ref.file.path} has no function ${String(ref.index)}.`)
  return facts
}

/** @throws RangeError when the index does not belong to the file. */
export function classOf(ref: ClassRef): ClassFacts {
  const facts = ref.file.classes[ref.index]
  if (facts === undefined) throw new RangeError(`${ref.file.path} has no class ${String(ref.index)}.`)
  return facts
}

export function refKey(ref: FunctionRef | ClassRef): string {
  return `${ref.file.path}#${String(ref.index)}`
}

export function sameRef(a: FunctionRef | ClassRef, b: FunctionRef | ClassRef): boolean {
  return a.index === b.index && a.file.path === b.file.path
}

export function sameType(a: Type, b: Type): boolean {
  if (a.kind !== b.kind) return false
  if (a.kind === 'external' && b.kind === 'external') return a.name === b.name
  if (a.kind === 'entity' && b.kind === 'entity') return a.name === b.name
  if (a.kind === 'literal' && b.kind === 'literal') return a.value === b.value
  if ('ref' in a && 'ref' in b && a.ref !== null && b.ref !== null) return sameRef(a.ref, b.ref)
  if (a.kind === 'signature') return true
  if ('path' in a && 'path' in b) return a.path === b.path
  if (a.kind === 'query-set' && b.kind === 'query-set') return a.of?.name === b.of?.name && a.rows === b.rows
  if (a.kind === 'manager' && b.kind === 'manager') return a.of?.name === b.of?.name
  if (a.kind === 'selection' && b.kind === 'selection') return a.of?.name === b.of?.name && a.tuples === b.tuples
  if (a.kind === 'tuple' && b.kind === 'tuple') return a.items.length === b.items.length && a.items.every((item, at) => sameType(item, b.items[at] ?? unknownType))
  if (a.kind === 'collection' && b.kind === 'collection') return sameType(a.item, b.item)
  if (a.kind === 'mapping' && b.kind === 'mapping') return sameType(a.value, b.value)
  if (a.kind === 'record' && b.kind === 'record') return a.expression === b.expression
  if (a.kind === 'repository' && b.kind === 'repository') return a.of?.name === b.of?.name && a.isQuery === b.isQuery
  return a.kind === 'identifier' || a.kind === 'unknown' || a.kind === 'task-result'
}
