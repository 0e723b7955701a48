import type { Expression } from '../../model/expression.ts'
import { readArguments, readAwait, readCall } from './calls.ts'
import { readItems, readRecord, readSpread } from './collections.ts'
import { readComprehension } from './comprehensions.ts'
import { readLambda } from './lambdas.ts'
import { childAt, childrenAt, spanFrom, spanOf } from './nodes.ts'
import { readNumber } from './numbers.ts'
import { readBinary, readComparison, readConditional, readLogic, readNot, readUnary } from './operations.ts'
import { readUnknown, textOf, unknown, type ExpressionReader } from './reader.ts'
import { readAdjacentStrings, readString } from './strings.ts'
import { bindTarget, readTarget } from './targets.ts'
import { typeReaders } from './types.ts'

const readName: ExpressionReader = (reader, node) => ({ kind: 'name', name: textOf(reader, node), span: spanOf(node) })

const readMember: ExpressionReader = (reader, node, scope) => {
  const object = childAt(node, 'object')
  const name = childAt(node, 'attribute')
  if (object === null || name === null) return readUnknown(reader, node, scope)
  return { kind: 'member', object: reader.expression(object, scope, 'part'), name: textOf(reader, name), span: spanOf(node) }
}

const readIndex: ExpressionReader = (reader, node, scope) => {
  const value = childAt(node, 'value')
  if (value === null) return readUnknown(reader, node, scope)
  const object = reader.expression(value, scope, 'part')
  const keys = childrenAt(node, 'subscript').map((child) => reader.expression(child, scope, 'part'))
  const [first] = keys
  const last = keys.at(-1)
  if (first === undefined || last === undefined) return unknown(node)
  const key: Expression = keys.length === 1 ? first : { kind: 'tuple', items: keys, span: spanFrom(first.span, last.span) }
  return { kind: 'index', object, key, span: spanOf(node) }
}

function readConstant(value: boolean | null): ExpressionReader {
  return (_reader, node) => ({ kind: 'literal', value, span: spanOf(node) })
}

/** Parentheses leave no trace. */
const readParenthesized: ExpressionReader = (reader, node, scope, use) => {
  const [inner] = node.children
  return inner === undefined ? unknown(node) : reader.expression(inner, scope, use)
}

/** `name := value` */
const readNamed: ExpressionReader = (reader, node, scope) => {
  const name = childAt(node, 'name')
  const valueNode = childAt(node, 'value')
  if (name === null || valueNode === null) return readUnknown(reader, node, scope)
  const target = readTarget(reader, name, scope)
  const value = reader.expression(valueNode, scope, 'assigned')
  bindTarget(reader, scope, target, { via: 'assign', value, type: null, span: spanOf(node) })
  return value
}

const readYield: ExpressionReader = (reader, node, scope) => {
  const facts = reader.facts.functions[scope.function]
  if (facts !== undefined) facts.isGenerator = true
  return readUnknown(reader, node, scope)
}

/** `name=value` where no argument is expected, as in code with errors. */
const readKeyword: ExpressionReader = (reader, node, scope) => {
  const value = childAt(node, 'value')
  return value === null ? unknown(node) : reader.expression(value, scope, 'part')
}

const readLooseArguments: ExpressionReader = (reader, node, scope) => {
  readArguments(reader, node, scope)
  return unknown(node)
}

/** By node type. A type that is missing has no value of its own; what is inside it may. */
export const expressionReaders: ReadonlyMap<string, ExpressionReader> = new Map(
  Object.entries({
    identifier: readName,
    attribute: readMember,
    call: readCall,
    string: readString,
    integer: readNumber,
    float: readNumber,
    true: readConstant(true),
    false: readConstant(false),
    none: readConstant(null),
    list: readItems('list'),
    tuple: readItems('tuple'),
    expression_list: readItems('tuple'),
    pattern_list: readItems('tuple'),
    tuple_pattern: readItems('tuple'),
    list_pattern: readItems('list'),
    set: readItems('set'),
    dictionary: readRecord,
    list_splat: readSpread,
    list_splat_pattern: readSpread,
    dictionary_splat: readSpread,
    parenthesized_expression: readParenthesized,
    subscript: readIndex,
    concatenated_string: readAdjacentStrings,
    lambda: readLambda,
    list_comprehension: readComprehension,
    set_comprehension: readComprehension,
    dictionary_comprehension: readComprehension,
    generator_expression: readComprehension,
    await: readAwait,
    binary_operator: readBinary,
    boolean_operator: readLogic,
    comparison_operator: readComparison,
    not_operator: readNot,
    unary_operator: readUnary,
    conditional_expression: readConditional,
    named_expression: readNamed,
    yield: readYield,
    keyword_argument: readKeyword,
    argument_list: readLooseArguments,
    ...typeReaders,
  }),
)
