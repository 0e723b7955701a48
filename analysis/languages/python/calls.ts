import type { Expression } from '../../model/expression.ts'
import type { Argument, Call } from '../../model/file-facts.ts'
import { childAt, spanOf } from './nodes.ts'
import { textOf, unknown, type Draft, type ExpressionReader, type Reader, type Scope } from './reader.ts'
import type { SyntaxNode } from './syntax-tree.ts'

/** A call takes its place in the list before the calls inside it: they start later, or end sooner. */
export const readCall: ExpressionReader = (reader, node, scope, use) => {
  const { calls } = reader.facts
  const call = calls.length
  const span = spanOf(node)
  const draft: Draft<Call> = { callee: unknown(node), arguments: [], function: scope.function, block: scope.block, awaited: false, use, span }
  calls.push(draft)
  const callee = childAt(node, 'function')
  const list = childAt(node, 'arguments')
  if (callee !== null) draft.callee = reader.expression(callee, scope, 'part')
  if (list !== null) draft.arguments = readArguments(reader, list, scope)
  return { kind: 'call', call, span: draft.span }
}

/** Arguments of a call or a class statement. A generator may stand in place of the list. */
export function readArguments(reader: Reader, list: SyntaxNode, scope: Scope): Argument[] {
  if (list.type !== 'argument_list') return [positional(reader, list, scope)]
  return list.children.map((child) => readArgument(reader, child, scope))
}

function readArgument(reader: Reader, node: SyntaxNode, scope: Scope): Argument {
  switch (node.type) {
    case 'keyword_argument': {
      const name = childAt(node, 'name')
      const value = childAt(node, 'value')
      return {
        name: name === null ? null : textOf(reader, name),
        spread: null,
        value: value === null ? unknown(node) : reader.expression(value, scope, 'part'),
        span: spanOf(node),
      }
    }
    case 'list_splat':
    case 'dictionary_splat':
      return { name: null, spread: node.type === 'list_splat' ? 'positional' : 'keyword', value: innerOf(reader, node, scope), span: spanOf(node) }
    case 'ERROR':
      // Any number of arguments may hide in it.
      return { ...positional(reader, node, scope), spread: 'positional' }
    default:
      return positional(reader, node, scope)
  }
}

function positional(reader: Reader, node: SyntaxNode, scope: Scope): Argument {
  return { name: null, spread: null, value: reader.expression(node, scope, 'part'), span: spanOf(node) }
}

function innerOf(reader: Reader, node: SyntaxNode, scope: Scope): Expression {
  const [inner] = node.children
  return inner === undefined ? unknown(node) : reader.expression(inner, scope, 'part')
}

/** `await` changes how the call runs, not what it stands for. */
export const readAwait: ExpressionReader = (reader, node, scope, use) => {
  const [inner] = node.children
  if (inner === undefined) return unknown(node)
  const value = reader.expression(inner, scope, use)
  const call = value.kind === 'call' ? reader.facts.calls[value.call] : undefined
  if (call !== undefined) call.awaited = true
  return value
}
