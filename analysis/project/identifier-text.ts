import type { Expression } from '../model/expression.ts'
import type { FileFacts } from '../model/file-facts.ts'
import type { Inference } from './inference.ts'
import { rawText } from './text-of.ts'
import { classOf, type ClassRef, type EntityType, type Type } from './type.ts'

/** The text that passes the identifier in place of the entity: `order.pk`, `[order.pk for order in orders]`. */
export function identifierText(types: Inference, file: FileFacts, value: Expression, type: Type): string | null {
  if (type.kind !== 'entity') return null
  const measured = value.kind === 'comprehension' ? value.element : value
  if (measured.kind !== 'name' && measured.kind !== 'member') return null
  const { workspace } = types
  const before = rawText(workspace, file, { start: value.span.start, end: measured.span.end })
  return `${before}.${identifierName(types, type)}${rawText(workspace, file, { start: measured.span.end, end: value.span.end })}`
}

/** Every Django model has `pk`; an entity of SQLAlchemy has the column that it declares. */
function identifierName(types: Inference, { ref }: EntityType): string {
  if (ref === null) return 'pk'
  const { externals, members } = types.family(ref)
  if (![...externals].some((name) => /^(sqlalchemy|flask_sqlalchemy|sqlmodel|peewee)\b/.test(name))) return 'pk'
  return members.map(primaryKey).find((name) => name !== null) ?? 'id'
}

/** `number = mapped_column(primary_key=True)` */
function primaryKey(ref: ClassRef): string | null {
  const body = ref.file.functions[classOf(ref).body]?.bindings ?? []
  const keyed = body.find(({ value }) => {
    const call = value?.kind === 'call' ? ref.file.calls[value.call] : undefined
    return call?.arguments.some((argument) => argument.name === 'primary_key') === true
  })
  return keyed?.target ?? null
}
