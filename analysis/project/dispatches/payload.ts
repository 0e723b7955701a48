import type { PayloadArgument } from '../../model/dispatch.ts'
import type { Expression } from '../../model/expression.ts'
import type { PayloadValue, Secret } from '../../model/value.ts'
import { identifierText } from './identifier-text.ts'
import type { Inference } from '../inference/inference.ts'
import type { PayloadPart } from './payload-parts.ts'
import { isPlainValue } from './plain-values.ts'
import { secretIn } from './secrets.ts'
import { shapeOf } from './shapes.ts'
import type { Site } from '../facts/site.ts'
import { textOf } from '../files/text-of.ts'
import { unknownType, type Type } from '../inference/type.ts'
import { isChanged, itemsOf, type ShownAs } from '../facts/written-items.ts'

/**
 * @param parameters names of the task's parameters, for values passed by position.
 * @param isSafe asked only where a secret was found: it is none here, or nobody can read it.
 */
export function payloadOf(
  types: Inference,
  site: Site,
  parts: readonly PayloadPart[],
  parameters: readonly string[],
  isSafe: (secret: Secret) => boolean,
): readonly PayloadArgument[] {
  return parts.map((part) => {
    const parameter = part.position === null ? null : (parameters[part.position] ?? null)
    return {
      name: part.name,
      optionOf: part.optionOf,
      span: part.span,
      values: leavesOf(part, part.name ?? parameter, site).map((leaf) => payloadValue(types, site, leaf, isSafe)),
    }
  })
}

interface Leaf {
  readonly value: Expression
  readonly name: string | null
  readonly shown: ShownAs | null
  readonly isShorthand?: true
}

function leavesOf(item: Omit<Leaf, 'name'>, name: string | null, site: Site): readonly Leaf[] {
  const { value, shown, isShorthand } = item
  if (value.kind === 'spread') return []
  const items = itemsOf(value, site, shown)
  if (items === null) return [{ value, name, shown, ...(isShorthand ? { isShorthand } : {}) }]
  const isRecord = items.some(({ key }) => key !== null)
  return items.flatMap((item) => leavesOf(item, isRecord ? item.key : name, site))
}

function payloadValue(types: Inference, site: Site, { value, name, shown, isShorthand }: Leaf, isSafe: (secret: Secret) => boolean): PayloadValue {
  const measured = value.kind === 'comprehension' ? value.element : value
  const type = types.typeOf(measured, { ...site, at: measured.span.start })
  const isUnsure = value.kind === 'name' && type.kind === 'collection' && isChanged(value.name, site.file)
  const shape = shapeOf(types, isUnsure ? unknownType : measured === value ? type : { kind: 'collection', item: type })
  const secret = shape.kind === 'unknown' || shape.kind === 'literal' ? secretOf(types, site, value, name, type, isSafe) : null
  return {
    shape,
    secret,
    ...(isPlainValue(types, measured, type, { ...site, at: measured.span.start }) ? { isPlain: true } : {}),
    text: shown?.text ?? textOf(types.workspace, site.file, value.span),
    identifierText: shown === null ? identifierText(types, site.file, value, type) : null,
    ...(isShorthand ? { isShorthand } : {}),
    span: shown?.span ?? value.span,
  }
}

function secretOf(
  types: Inference,
  site: Site,
  value: Expression,
  name: string | null,
  type: Type,
  isSafe: (secret: Secret) => boolean,
): Secret | null {
  const secret = secretIn(types, site, value, name, type)
  return secret === null || isSafe(secret) ? null : secret
}
