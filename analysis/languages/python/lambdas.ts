import { addExit, enclosingFunction, type ExpressionReader } from './reader.ts'
import { childAt, spanOf } from './nodes.ts'
import { readParameters } from './parameters.ts'

const keyword = 'lambda'

/** A function whose body is what it returns. */
export const readLambda: ExpressionReader = (reader, node, scope) => {
  const { functions } = reader.facts
  const around = enclosingFunction(reader, scope)
  const index = functions.length
  functions.push({
    name: '<lambda>',
    kind: 'lambda',
    parent: around.function,
    class: null,
    block: around.block,
    parameters: [],
    decorators: [],
    returnType: null,
    isAsync: false,
    isGenerator: false,
    bindings: [],
    exits: [],
    documentation: null,
    span: spanOf(node),
    nameSpan: { start: node.start, end: node.start + keyword.length },
  })
  const facts = functions[index]
  if (facts !== undefined) facts.parameters = readParameters(reader, childAt(node, 'parameters'), scope)
  const body = childAt(node, 'body')
  if (body !== null) {
    const inside = { ...scope, function: index, block: null, class: null }
    addExit(reader, inside, { kind: 'return', value: reader.expression(body, inside, 'returned'), span: spanOf(body) })
  }
  return { kind: 'function', function: index, span: spanOf(node) }
}
