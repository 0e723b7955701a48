import { canonicalName } from '../frameworks/names.ts'
import { isEntityBase } from '../frameworks/entities.ts'
import type { Inference } from './inference.ts'
import { classOf, refKey, type ClassFamily, type ClassRef, type FunctionRef } from './type.ts'

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
  const isEntity = [...externals].some(isEntityBase)
  return { members, externals, hasUnknownBase, isEntity }
}

function basesOf(types: Inference, ref: ClassRef): readonly (ClassRef | string | null)[] {
  const facts = classOf(ref)
  const site = { file: ref.file, function: facts.function, at: facts.span.start }
  return facts.bases.map((base) => {
    const named = base.kind === 'index' ? base.object : base
    const type = types.typeOf(named, site)
    if (type.kind === 'class') return type.ref
    return type.kind === 'external' ? canonicalName(type.name) : null
  })
}

/** The method that a call of `name` on an instance of `ref` runs, if it is the project's own. */
export function findMethod(family: ClassFamily, name: string): FunctionRef | null {
  for (const member of family.members) {
    const index = Object.hasOwn(classOf(member).methods, name) ? classOf(member).methods[name] : undefined
    if (index !== undefined) return { file: member.file, index }
  }
  return null
}
