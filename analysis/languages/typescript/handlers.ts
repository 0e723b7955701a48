import type { ts } from 'ts-morph'
import { bindTarget } from './bind-target.ts'
import { clauseSpan } from './branches.ts'
import { openBlock, spanOf, startOf, type Reader, type Scope, type StatementReader } from './reader.ts'
import { readBindingName, targetNames } from './targets.ts'

export const readTry: StatementReader<ts.TryStatement> = (reader, node, scope) => {
  const inside = openBlock(reader, scope, { kind: 'try', span: { start: startOf(reader, node), end: node.tryBlock.end } })
  reader.statement(node.tryBlock, inside)
  if (node.catchClause !== undefined) readHandler(reader, node.catchClause, scope, inside.block)
  if (node.finallyBlock === undefined) return
  reader.statement(node.finallyBlock, openBlock(reader, scope, { kind: 'finally', of: inside.block, span: clauseSpan(node.finallyBlock, 'finally') }))
}

/** It catches whatever is thrown. */
function readHandler(reader: Reader, clause: ts.CatchClause, scope: Scope, of: number): void {
  const inside = openBlock(reader, scope, { kind: 'handler', of, span: spanOf(reader, clause) })
  if (clause.variableDeclaration !== undefined) {
    const target = readBindingName(reader, clause.variableDeclaration.name, inside)
    reader.facts.blocks[inside.block]?.names.push(...targetNames(target))
    bindTarget(reader, inside, target, { via: 'exception', value: null, type: null, span: spanOf(reader, clause.variableDeclaration) })
  }
  reader.statement(clause.block, inside)
}
