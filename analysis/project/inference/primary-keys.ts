import { keyDecorators } from '../../frameworks/typeorm.ts'
import type { Binding } from '../../model/file-facts.ts'
import type { Site } from '../facts/site.ts'
import type { Inference } from './inference.ts'
import { classOf, type ClassRef } from './type.ts'

/** The attribute that an entity class (or an ancestor in the project) declares to be its key. `null`: it names none. */
export function primaryKeyOf(types: Inference, ref: ClassRef): string | null {
  for (const member of types.family(ref).members) {
    const { body } = classOf(member)
    const bindings = member.file.functions[body]?.bindings ?? []
    const keyed = bindings.find((binding) => isKey(types, binding, { file: member.file, function: body, at: binding.span.start }))
    if (keyed !== undefined) return keyed.target
  }
  return null
}

/** `id = Column(primary_key=True)`, `@PrimaryColumn() id` */
function isKey(types: Inference, { value, decorators = [] }: Binding, site: Site): boolean {
  const call = value?.kind === 'call' ? site.file.calls[value.call] : undefined
  if (call?.arguments.some((argument) => argument.name === 'primary_key') === true) return true
  return decorators.some(({ expression }) => {
    const type = types.typeOf(expression, site)
    return type.kind === 'external' && keyDecorators.has(type.name)
  })
}
