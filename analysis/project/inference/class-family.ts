import { canonicalName } from '../../frameworks/names.ts'
import { isEntityBase, optionalEntityBase } from '../../frameworks/entities.ts'
import { entityDecorators } from '../../frameworks/typeorm.ts'
import type { Expression } from '../../model/expression.ts'
import type { Inference } from './inference.ts'
import type { Site } from '../facts/site.ts'
import { classOf, functionOf, refKey, type ClassFamily, type ClassRef, type FunctionRef, type Type } from './type.ts'

export function familyOf(types: Inference, ref: ClassRef): ClassFamily {
  const members: ClassRef[] = []
  const externals = new Set<string>()
  const seen = new Set<string>()
  let hasUnknownBase = false
  const queue: ClassRef[] = [ref]
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (seen.has(refKey(next))) continue
    seen.add(refKey(next))
    members.push(next)
    for (const base of basesOf(types, next)) {
      if (base === null) hasUnknownBase = true
      else if (typeof base === 'string') externals.add(base)
      else queue.push(base)
    }
  }
  return { members, externals, hasUnknownBase, isEntity: isEntityFamily(types, members, externals) }
}

function isEntityFamily(types: Inference, members: readonly ClassRef[], externals: ReadonlySet<string>): boolean {
  if ([...externals].some(isEntityBase) || members.some((member) => isDecoratedEntity(types, member))) return true
  return externals.has(optionalEntityBase) && members.some((member) => classOf(member).keywords.some(({ name }) => name === 'table'))
}

/** `@Entity() class Order` */
function isDecoratedEntity(types: Inference, { file, index }: ClassRef): boolean {
  const { decorators, function: owner, span } = classOf({ file, index })
  return decorators.some(({ expression }) => {
    const type = expression.kind === 'call' ? types.typeOf(expression, { file, function: owner, at: span.start }) : null
    return type?.kind === 'external' && entityDecorators.has(type.name)
  })
}

function basesOf(types: Inference, ref: ClassRef): readonly (ClassRef | string | null)[] {
  const facts = classOf(ref)
  const site = { file: ref.file, function: facts.function, at: facts.span.start }
  return facts.bases.flatMap((base) => baseTypes(types, base, site)).map((type) => {
    if (type.kind === 'class') return type.ref
    return type.kind === 'external' ? canonicalName(type.name) : null
  })
}

/** `Generic[T]` is `Generic`; `Manager.from_queryset(OrderQuerySet)` is both. */
function baseTypes(types: Inference, base: Expression, site: Site): readonly Type[] {
  if (base.kind === 'index') return [types.typeOf(base.object, site)]
  const call = base.kind === 'call' ? site.file.calls[base.call] : undefined
  if (call?.callee.kind !== 'member' || call.callee.name !== 'from_queryset') return [types.typeOf(base, site)]
  return [types.typeOf(call.callee.object, site), ...call.arguments.slice(0, 1).map(({ value }) => types.typeOf(value, site))]
}

/** The method that a call of `name` on an instance of `ref` runs, if it is the project's own. */
export function findMethod(family: ClassFamily, name: string): FunctionRef | null {
  for (const member of family.members) {
    const index = Object.hasOwn(classOf(member).methods, name) ? classOf(member).methods[name] : undefined
    if (index !== undefined) return { file: member.file, index }
  }
  return null
}

const propertyDecorators = new Set(['property', 'cached_property', 'hybrid_property'])

/** A property gives its value, any other method itself. */
export function methodType(types: Inference, ref: FunctionRef, receiver: ClassRef): Type {
  const isProperty = functionOf(ref).isGetter === true || functionOf(ref).decorators.some(({ expression }) => {
    const name = expression.kind === 'name' || expression.kind === 'member' ? expression.name : ''
    return propertyDecorators.has(name)
  })
  return isProperty ? types.returned(ref) : { kind: 'function', ref, receiver }
}
