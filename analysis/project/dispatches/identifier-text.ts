import type { Expression } from '../../model/expression.ts'
import type { FileFacts } from '../../model/file-facts.ts'
import type { Inference } from '../inference/inference.ts'
import { primaryKeyOf } from '../inference/primary-keys.ts'
import { rawText } from '../files/text-of.ts'
import type { EntityType, Type } from '../inference/type.ts'

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
  const { externals } = types.family(ref)
  if (![...externals].some((name) => /^(sqlalchemy|flask_sqlalchemy|sqlmodel|peewee)\b/.test(name))) return 'pk'
  return primaryKeyOf(types, ref) ?? 'id'
}
