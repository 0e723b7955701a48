import type { FileFacts } from '../../model/file-facts.ts'
import { readDocumentation } from './documentation.ts'
import { expressionReaders } from './expressions.ts'
import { emptyFunction } from './function-draft.ts'
import { spanOf } from './nodes.ts'
import { readSuite, readUnknown, unknown, type Facts, type Reader } from './reader.ts'
import { withoutLeadingStar } from './starred.ts'
import { statementReaders } from './statements.ts'
import { readSuppressions } from './suppressions.ts'
import { readSyntaxTree } from './syntax-tree.ts'

/**
 * Describes one Python file. `path` is relative to the project's root; `text` has no byte order mark. Never throws: what
 * cannot be understood is listed as unreadable, and the rest is described.
 */
export function extractPython(path: string, text: string): FileFacts {
  const tree = readSyntaxTree(text)
  const facts: Facts = { imports: [], functions: [], classes: [], calls: [], blocks: [], outerNames: new Map() }
  const reader = makeReader(text, facts)
  const module = emptyFunction({ kind: 'module', name: '<module>', class: null, span: { start: 0, end: text.length }, nameSpan: { start: 0, end: 0 } })
  module.documentation = readDocumentation(reader, tree.root)
  facts.functions.push(module)
  readSuite(reader, tree.root, { function: 0, block: null, class: null, typeOnly: false, depth: 0 })
  const { imports, functions, classes, calls, blocks } = facts
  const suppressions = readSuppressions(text, tree)
  return { path, language: 'python', imports, functions, classes, calls, blocks, suppressions, unreadable: tree.unreadable }
}

/** Where a statement stands in place of an expression, or the other way round, there is an error in the text: both are read. */
function makeReader(text: string, facts: Facts): Reader {
  const reader: Reader = {
    text,
    facts,
    expression(node, scope, use) {
      const bare = withoutLeadingStar(text, node)
      if (bare !== null) return { kind: 'spread', value: reader.expression(bare, scope, 'part'), span: spanOf(node) }
      const read = expressionReaders.get(node.type)
      if (read !== undefined) return read(reader, node, scope, use)
      const readStatement = statementReaders.get(node.type)
      if (readStatement === undefined) return readUnknown(reader, node, scope)
      readStatement(reader, node, scope)
      return unknown(node)
    },
    statement(node, scope) {
      const read = statementReaders.get(node.type)
      if (read === undefined) reader.expression(node, scope, 'part')
      else read(reader, node, scope)
    },
  }
  return reader
}
