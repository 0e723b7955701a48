import { openFunction } from './function-draft.ts'
import { childAt, spanOf } from './nodes.ts'
import { readParameters } from './parameters.ts'
import { addExit, type ExpressionReader } from './reader.ts'

const keyword = 'lambda'

/** A function whose body is what it returns. */
export const readLambda: ExpressionReader = (reader, node, scope) => {
  const nameSpan = { start: node.start, end: node.start + keyword.length }
  const index = openFunction(reader, scope, { kind: 'lambda', name: '<lambda>', class: null, span: spanOf(node), nameSpan })
  const facts = reader.facts.functions[index]
  if (facts !== undefined) facts.parameters = readParameters(reader, childAt(node, 'parameters'), scope)
  const body = childAt(node, 'body')
  if (body !== null) {
    const inside = { function: index, block: null, class: null, typeOnly: scope.typeOnly, depth: 0 }
    addExit(reader, inside, { kind: 'return', value: reader.expression(body, inside, 'returned'), span: spanOf(body) })
  }
  return { kind: 'function', function: index, span: spanOf(node) }
}
