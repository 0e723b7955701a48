import { scriptNumbers } from '../../frameworks/script-numbers.ts'
import type { Expression } from '../../model/expression.ts'
import type { Site } from '../facts/site.ts'
import { constantOf } from '../inference/constants.ts'
import type { Inference } from '../inference/inference.ts'
import { writtenValue } from '../inference/written-value.ts'

/** The number that an expression is, where the text of the program says so; `null`: it is none, or cannot be told. */
export function numberOf(types: Inference, value: Expression, site: Site): number | null {
  const constant = constantOf(types, value, site)
  if (constant.state === 'known') return typeof constant.value === 'number' ? constant.value : null
  const written = writtenValue(types, value, site)
  if (written?.expression.kind !== 'name' && written?.expression.kind !== 'member') return null
  const type = types.typeOf(written.expression, written.site)
  return type.kind === 'external' ? (scriptNumbers.get(type.name) ?? null) : null
}

/** The text that an expression is, where the text of the program says so. */
export function textConstant(types: Inference, value: Expression | null, site: Site): string | null {
  const constant = value === null ? null : constantOf(types, value, site)
  return constant?.state === 'known' && typeof constant.value === 'string' ? constant.value : null
}
