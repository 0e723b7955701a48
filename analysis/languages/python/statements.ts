import { readAssignment, readAugmentedAssignment, readTypeAlias } from './assignments.ts'
import { readIf, readMatch } from './branches.ts'
import { readWith } from './contexts.ts'
import { readClass, readDecorated, readFunction } from './definitions.ts'
import { readTry } from './handlers.ts'
import { readImport, readImportFrom } from './imports.ts'
import { readFor, readWhile } from './loops.ts'
import { spanOf } from './nodes.ts'
import { addExit, readSuite, textOf, type StatementReader } from './reader.ts'

/** Its names are global as they are. */
const moduleBody = 0

const readExpressionStatement: StatementReader = (reader, node, scope) => {
  for (const child of node.children) {
    if (child.type === 'assignment') readAssignment(reader, child, scope)
    else if (child.type === 'augmented_assignment') readAugmentedAssignment(reader, child, scope)
    else reader.expression(child, scope, 'statement')
  }
}

const readReturn: StatementReader = (reader, node, scope) => {
  const [value] = node.children
  addExit(reader, scope, { kind: 'return', value: value === undefined ? null : reader.expression(value, scope, 'returned'), span: spanOf(node) })
}

/** The cause after `from` is read for its calls only. */
const readRaise: StatementReader = (reader, node, scope) => {
  const parts = node.children.map((child) => ({ child, value: reader.expression(child, scope, 'part') }))
  const raised = parts.find(({ child }) => child.field !== 'cause')
  addExit(reader, scope, { kind: 'raise', value: raised?.value ?? null, span: spanOf(node) })
}

function readLoopExit(kind: 'break' | 'continue'): StatementReader {
  return (reader, node, scope) => {
    addExit(reader, scope, { kind, value: null, span: spanOf(node) })
  }
}

function readOuterNames(from: 'global' | 'nonlocal'): StatementReader {
  return (reader, node, scope) => {
    if (scope.function === moduleBody) return
    const { outerNames } = reader.facts
    const names = outerNames.get(scope.function) ?? new Map<string, 'global' | 'nonlocal'>()
    for (const child of node.children) names.set(textOf(reader, child), from)
    outerNames.set(scope.function, names)
  }
}

/** By node type. */
export const statementReaders: ReadonlyMap<string, StatementReader> = new Map(
  Object.entries({
    expression_statement: readExpressionStatement,
    assignment: readAssignment,
    augmented_assignment: readAugmentedAssignment,
    type_alias_statement: readTypeAlias,
    import_statement: readImport,
    import_from_statement: readImportFrom,
    future_import_statement: readImportFrom,
    return_statement: readReturn,
    raise_statement: readRaise,
    break_statement: readLoopExit('break'),
    continue_statement: readLoopExit('continue'),
    global_statement: readOuterNames('global'),
    nonlocal_statement: readOuterNames('nonlocal'),
    function_definition: readFunction,
    class_definition: readClass,
    decorated_definition: readDecorated,
    if_statement: readIf,
    match_statement: readMatch,
    for_statement: readFor,
    while_statement: readWhile,
    with_statement: readWith,
    try_statement: readTry,
    block: readSuite,
  }),
)
