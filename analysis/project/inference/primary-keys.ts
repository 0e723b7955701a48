import type { Inference } from './inference.ts'
import { classOf, type ClassRef } from './type.ts'

/** The attribute that an entity class (or an ancestor in the project) declares to be its key. `null`: it names none. */
export function primaryKeyOf(types: Inference, ref: ClassRef): string | null {
  for (const member of types.family(ref).members) {
    const body = member.file.functions[classOf(member).body]?.bindings ?? []
    const keyed = body.find(({ value }) => {
      const call = value?.kind === 'call' ? member.file.calls[value.call] : undefined
      return call?.arguments.some((argument) => argument.name === 'primary_key') === true
    })
    if (keyed !== undefined) return keyed.target
  }
  return null
}
