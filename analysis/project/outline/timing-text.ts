import type { Expression } from '../../model/expression.ts'
import { recordEntry } from '../facts/record-entry.ts'
import type { Site } from '../facts/site.ts'
import { textOf } from '../files/text-of.ts'
import { constantOf } from '../inference/constants.ts'
import type { Inference } from '../inference/inference.ts'
import { writtenValue, type Written } from '../inference/written-value.ts'

/**
 * When something is sent, for people: a number is so many seconds; the pattern of a record stands for the record; all else as
 * it is written, a name as what it stands for. `null`: nothing is said.
 */
export function timingText(types: Inference, value: Expression, site: Site): string | null {
  const constant = constantOf(types, value, site)
  if (constant.state === 'known') return typeof constant.value === 'number' ? `every ${String(constant.value)} s` : constant.value === null ? null : String(constant.value)
  const written = writtenValue(types, value, site) ?? { expression: value, site }
  return patternIn(types, written) ?? textOf(types.workspace, written.site.file, written.expression.span)
}

/** `{ pattern: '0 3 * * *' }`, `{ every: 1000 }` in milliseconds. */
function patternIn(types: Inference, { expression, site }: Written): string | null {
  const constantAt = (key: string): unknown => {
    const entry = recordEntry(expression, key)
    const value = entry === null ? null : constantOf(types, entry, site)
    return value?.state === 'known' ? value.value : null
  }
  const pattern = constantAt('pattern') ?? constantAt('cron')
  if (typeof pattern === 'string') return pattern
  const every = constantAt('every')
  return typeof every === 'number' ? `every ${String(every)} ms` : null
}
