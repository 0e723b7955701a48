import type { ts } from 'ts-morph'
import type { FileFacts, Suppression } from '../../model/file-facts.ts'
import type { Span } from '../../model/source.ts'
import { compiler, parse, syntaxErrors, type Compiler } from './compiler.ts'
import { expressionReaders } from './expressions.ts'
import { emptyFunction } from './functions.ts'
import type { ExpressionForm, NodeTable, StatementForm, TypeForm } from './node-table.ts'
import { bindOuterNames } from './outer-names.ts'
import { readStatements, readUnknown, spanOf, unknown, type ExpressionReader, type Facts, type Reader } from './reader.ts'
import { statementReaders } from './statements.ts'
import { readSuppressions } from './suppressions.ts'
import { typeReaders } from './types.ts'

/**
 * Describes one TypeScript or JavaScript file. `path` is relative to the project's root; `text` has no byte order mark. Never throws:
 * what cannot be understood is listed as unreadable, and the rest is described.
 */
export function extractTypeScript(path: string, text: string): FileFacts {
  const module = emptyFunction({ kind: 'module', name: '<module>', class: null, nameSpan: { start: 0, end: 0 } }, { start: 0, end: text.length })
  const facts: Facts = { imports: [], functions: [module], classes: [], calls: [], blocks: [], assignments: [] }
  const source = parse(path, text)
  const unreadable = source === null ? [{ start: 0, end: text.length }] : syntaxErrors(source)
  let suppressions: readonly Suppression[] = []
  if (source !== null) {
    const reader = makeReader(source, text, facts, unreadable)
    readStatements(reader, source.statements, { function: 0, block: null, class: null, self: 0, isInSwitch: false, depth: 0 })
    bindOuterNames(facts)
    suppressions = readSuppressions(reader.ts, source, text)
  }
  const { imports, functions, classes, calls, blocks } = facts
  return { path, language: 'typescript', imports, functions, classes, calls, blocks, suppressions, unreadable: apart(unreadable) }
}

/** In the order of the text, none inside another. */
function apart(spans: readonly Span[]): Span[] {
  const kept: Span[] = []
  for (const span of spans.toSorted((left, right) => left.start - right.start || right.end - left.end)) {
    const last = kept.at(-1)
    if (last === undefined || span.end > last.end || span.start > last.end) kept.push(span)
  }
  return kept
}

interface Tables {
  readonly expressions: NodeTable<ExpressionForm>
  readonly statements: NodeTable<StatementForm>
  readonly types: NodeTable<TypeForm>
}

let tables: Tables | undefined

function readersOf(ts: Compiler): Tables {
  tables ??= { expressions: expressionReaders(ts), statements: statementReaders(ts), types: typeReaders(ts) }
  return tables
}

/** Deeper nodes are not read, so that every walk over a file's nodes or facts may recurse. */
const maximumDepth = 400

function makeReader(source: ts.SourceFile, text: string, facts: Facts, unreadable: Span[]): Reader {
  const ts = compiler()
  const { expressions, statements, types } = readersOf(ts)
  const { FirstTypeNode, LastTypeNode } = ts.SyntaxKind
  let depth = 0
  const isTooDeep = (node: ts.Node): boolean => {
    if (depth <= maximumDepth) return false
    unreadable.push(spanOf(reader, node))
    return true
  }
  const readExpression: ExpressionReader = (_, node, scope, use) => {
    const form = expressions[node.kind]
    if (form !== undefined) return form.read(reader, node, scope, use)
    const statement = statements[node.kind]
    if (statement !== undefined) statement.read(reader, node, scope)
    else if (node.kind < FirstTypeNode || node.kind > LastTypeNode) return readUnknown(reader, node, scope)
    return unknown(reader, node)
  }
  const reader: Reader = {
    ts,
    source,
    text,
    facts,
    expression(node, scope, use) {
      if (isTooDeep(node)) return unknown(reader, node)
      depth++
      const value = readExpression(reader, node, scope, use)
      depth--
      return value
    },
    statement(node, scope) {
      const form = statements[node.kind]
      if (form === undefined) {
        reader.expression(node, scope, 'part')
        return
      }
      if (isTooDeep(node)) return
      depth++
      form.read(reader, node, scope)
      depth--
    },
    type(node) {
      if (isTooDeep(node)) return unknown(reader, node)
      depth++
      const type = types[node.kind]?.read(reader, node) ?? unknown(reader, node)
      depth--
      return type
    },
    nested(node, read) {
      if (isTooDeep(node)) return null
      depth++
      const result = read()
      depth--
      return result
    },
  }
  return reader
}
