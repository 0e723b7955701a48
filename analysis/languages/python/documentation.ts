import type { Reader } from './reader.ts'
import { readPlainText } from './strings.ts'
import type { SyntaxNode } from './syntax-tree.ts'

/** The text of the string that a suite or module starts with, indentation kept; `null` where it starts with something else. */
export function readDocumentation(reader: Reader, suite: SyntaxNode | null): string | null {
  const first = suite?.children[0]
  const only = first?.type === 'expression_statement' && first.children.length === 1 ? first.children[0] : undefined
  return only === undefined ? null : readPlainText(reader, only)
}
