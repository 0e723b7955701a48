import type { Expression } from '../../model/expression.ts'

/** The value under a key that is written down in a record literal; `null`: there is none. */
export function recordEntry(value: Expression | null, key: string): Expression | null {
  if (value?.kind !== 'record') return null
  return value.entries.find((entry) => entry.key?.kind === 'literal' && entry.key.value === key)?.value ?? null
}
