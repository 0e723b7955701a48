import { typeRegistration } from '../../frameworks/kombu.ts'
import { callsNamed } from '../facts/called-names.ts'
import type { Inference } from '../inference/inference.ts'
import { callSite } from '../facts/site.ts'
import { sameRef, type EntityType, type Type } from '../inference/type.ts'

const remembered = new WeakMap<Inference, readonly Type[]>()

/** True for a value of a class (or a descendant of one) that the project has taught the encoder: `register_type(Order, …)`. */
export function isRegistered(types: Inference, type: EntityType | Extract<Type, { kind: 'instance' }>): boolean {
  let registered = remembered.get(types)
  if (registered === undefined) {
    remembered.set(types, [])
    registered = registeredTypes(types)
    remembered.set(types, registered)
  }
  return registered.some((known) => covers(types, known, type))
}

function registeredTypes(types: Inference): readonly Type[] {
  const { workspace } = types
  const paths = workspace.mentioning('register_type')
  return paths.flatMap((path) => {
    const file = workspace.facts(path)
    if (file === null) return []
    return callsNamed(file, 'register_type').flatMap((call) => {
      const callee = types.typeOf(call.callee, callSite(file, call))
      const given = call.arguments[0]
      const isKombu = callee.kind === 'external' && callee.name === typeRegistration
      return isKombu && given !== undefined ? [types.typeOf(given.value, callSite(file, call))] : []
    })
  })
}

/** A class that cannot be told may be any. */
function covers(types: Inference, known: Type, { ref, ...type }: EntityType | Extract<Type, { kind: 'instance' }>): boolean {
  if (known.kind === 'external') {
    return ref === null ? type.kind === 'entity' : types.family(ref).externals.has(known.name)
  }
  if (known.kind !== 'class') return true
  return ref !== null && types.family(ref).members.some((member) => sameRef(member, known.ref))
}
