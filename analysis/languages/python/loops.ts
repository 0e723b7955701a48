import type { Span } from '../../model/source.ts'
import { childAt, spanFrom, spanOf } from './nodes.ts'
import { openBlock, readSuite, type Reader, type Scope, type StatementReader } from './reader.ts'
import type { SyntaxNode } from './syntax-tree.ts'
import { bindTarget, readTarget, targetNames } from './targets.ts'

/** `for target in iterable`: the iterable is read once, before the loop. */
export const readFor: StatementReader = (reader, node, scope) => {
  const left = childAt(node, 'left')
  const right = childAt(node, 'right')
  const loop = reader.facts.blocks.length
  const inside = openBlock(reader, scope, { kind: 'loop', form: 'for', span: loopSpan(node) })
  const target = left === null ? null : readTarget(reader, left, inside)
  const iterable = right === null ? null : reader.expression(right, scope, 'part')
  const block = reader.facts.blocks[loop]
  if (target !== null && block !== undefined) {
    block.subject = iterable
    block.names.push(...targetNames(target))
    bindTarget(reader, inside, target, { via: 'element', value: iterable, type: null, span: spanFrom(left ?? node, right ?? node) })
  }
  readSuite(reader, childAt(node, 'body'), inside)
  readLoopElse(reader, node, scope, loop)
}

/** `while condition`: the condition is read before every round. */
export const readWhile: StatementReader = (reader, node, scope) => {
  const condition = childAt(node, 'condition')
  const loop = reader.facts.blocks.length
  const inside = openBlock(reader, scope, { kind: 'loop', form: 'while', span: loopSpan(node) })
  const block = reader.facts.blocks[loop]
  if (condition !== null && block !== undefined) block.subject = reader.expression(condition, inside, 'part')
  readSuite(reader, childAt(node, 'body'), inside)
  readLoopElse(reader, node, scope, loop)
}

/** Without the `else`. */
function loopSpan(node: SyntaxNode): Span {
  return spanFrom(node, childAt(node, 'body') ?? node)
}

function readLoopElse(reader: Reader, node: SyntaxNode, scope: Scope, of: number): void {
  const clause = childAt(node, 'alternative')
  if (clause !== null) readSuite(reader, childAt(clause, 'body'), openBlock(reader, scope, { kind: 'else', of, span: spanOf(clause) }))
}
