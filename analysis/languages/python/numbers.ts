import { spanOf } from './nodes.ts'
import { textOf, unknown, type ExpressionReader } from './reader.ts'

/** Integers too large to be told apart as JavaScript numbers, and complex numbers, are unknown. */
export const readNumber: ExpressionReader = (reader, node) => {
  const value = Number(textOf(reader, node).replaceAll('_', ''))
  const isExact = node.type === 'float' ? Number.isFinite(value) : Number.isSafeInteger(value)
  return isExact ? { kind: 'literal', value, span: spanOf(node) } : unknown(node)
}
