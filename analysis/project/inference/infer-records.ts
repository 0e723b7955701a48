import type { Expression } from '../../model/expression.ts'
import type { Inference } from './inference.ts'
import { unknownType, type RecordType, type Type } from './type.ts'

/** `record.name`, also where the record is an object type or spreads another one. */
export function recordMember(types: Inference, record: RecordType, name: string): Type {
  const read = (part: Expression): Type => (record.holds === 'types' ? types.annotated(part, record.site) : types.typeOf(part, record.site))
  for (const { key, value } of [...record.expression.entries].reverse()) {
    if (key === null) {
      const from = read(value.kind === 'spread' ? value.value : value)
      const member = types.member(from, name)
      if (member.kind !== 'unknown' || from.kind === 'unknown') return member
    } else if (key.kind !== 'literal') {
      return unknownType
    } else if (key.value === name) {
      return read(value)
    }
  }
  return unknownType
}
