import type { ts } from 'ts-morph'
import type { Reader } from './reader.ts'

/** The expression inside parentheses and inside what only a type checker has a use for. */
export function bareExpression(reader: Reader, node: ts.Expression): ts.Expression {
  const { ts } = reader
  let bare = node
  while (ts.isParenthesizedExpression(bare) || ts.isAsExpression(bare) || ts.isSatisfiesExpression(bare) || ts.isNonNullExpression(bare) || ts.isTypeAssertionExpression(bare)) {
    bare = bare.expression
  }
  return bare
}
