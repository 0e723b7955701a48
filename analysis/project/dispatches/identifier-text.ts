import type { Expression } from '../../model/expression.ts'
import type { FileFacts } from '../../model/file-facts.ts'
import type { Inference } from '../inference/inference.ts'
import { primaryKeyOf } from '../inference/primary-keys.ts'
import { rawText } from '../files/text-of.ts'
import type { ClassRef, EntityType, Type } from '../inference/type.ts'

/** The text that passes the identifier in place of the entity: `order.pk`, `[order.pk for order in orders]`. */
export function identifierText(types: Inference, file: FileFacts, value: Expression, type: Type): string | null {
  if (type.kind !== 'entity') return null
  const measured = value.kind === 'comprehension' ? value.element : value
  if (measured.kind !== 'name' && measured.kind !== 'member') return null
  const { workspace } = types
  const before = rawText(workspace, file, { start: value.span.start, end: measured.span.end })
  return `${before}.${identifierName(types, file, type)}${rawText(workspace, file, { start: measured.span.end, end: value.span.end })}`
}

/** Every Django model has `pk`; other entities have the column that they declare. */
function identifierName(types: Inference, { language }: FileFacts, { ref }: EntityType): string {
  const isDjango = language === 'python' && (ref === null || !isOfOther(types, ref))
  return isDjango ? 'pk' : (ref === null ? null : primaryKeyOf(types, ref)) ?? 'id'
}

function isOfOther(types: Inference, ref: ClassRef): boolean {
  return [...types.family(ref).externals].some((name) => /^(sqlalchemy|flask_sqlalchemy|sqlmodel|peewee)\b/.test(name))
}
