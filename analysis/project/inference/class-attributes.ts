import { methodType } from './class-family.ts'
import { commonType } from './infer-expressions.ts'
import { entityOf } from './infer-instances.ts'
import { bindingType } from './infer-names.ts'
import type { Inference } from './inference.ts'
import { scopeNames } from '../facts/scope.ts'
import { classOf, type ClassRef, type Type } from './type.ts'

/** A method, an inner class or a value given in the body of the class or of an ancestor in the project. */
export function classAttribute(types: Inference, ref: ClassRef, name: string, skipOwn = false): Type | null {
  const family = types.family(ref)
  for (const member of skipOwn ? family.members.slice(1) : family.members) {
    const body = classOf(member).body
    const local = scopeNames(member.file, body).definitions.get(name)
    if (local === undefined) continue
    if (local.kind === 'function') return methodType(types, { file: member.file, index: local.index }, ref)
    if (local.kind === 'class') return { kind: 'class', ref: { file: member.file, index: local.index } }
    if (local.kind === 'variable') {
      const last = local.bindings.at(-1)
      return last === undefined ? null : ownedBy(types, bindingType(types, last, member.file, body), ref)
    }
  }
  return null
}

/** A manager made in a class body serves the class it is read from; a query set made by its class is one too. */
function ownedBy(types: Inference, type: Type, ref: ClassRef): Type {
  if ((type.kind !== 'manager' && type.kind !== 'query-set') || type.of !== null || !types.family(ref).isEntity) return type
  return { kind: 'manager', of: entityOf(ref), class: type.class }
}

/** `self.name = …` in any method; values that differ leave it unknown. */
export function ownAttribute(types: Inference, ref: ClassRef, name: string): Type | null {
  const target = `${ref.file.language === 'python' ? 'self' : 'this'}.${name}`
  const given = types.family(ref).members.flatMap((member) =>
    Object.values(classOf(member).methods).flatMap((index) =>
      (member.file.functions[index]?.bindings ?? [])
        .filter((binding) => binding.target === target)
        .map((binding) => bindingType(types, binding, member.file, index)),
    ),
  )
  return given.length === 0 ? null : commonType(given)
}
