import type { ts } from 'ts-morph'
import { openBlock, readStatements, spanOf, startOf, type Reader, type Scope, type StatementReader } from './reader.ts'

/** An `else if` is an `if` inside the other branch of the one before. */
export const readIf: StatementReader<ts.IfStatement> = (reader, node, scope) => {
  let statement = node
  let around = scope
  for (;;) {
    const subject = reader.expression(statement.expression, around, 'part')
    const span = { start: startOf(reader, statement), end: statement.thenStatement.end }
    const inside = openBlock(reader, around, { kind: 'branch', form: 'then', subject, span })
    reader.statement(statement.thenStatement, inside)
    const other = statement.elseStatement
    if (other === undefined) return
    around = openBlock(reader, around, { kind: 'branch', form: 'otherwise', of: inside.block, span: clauseSpan(other, 'else') })
    if (!reader.ts.isIfStatement(other)) {
      reader.statement(other, around)
      return
    }
    statement = other
  }
}

/** From the keyword that stands directly before a node. */
export function clauseSpan(node: ts.Node, keyword: string): { readonly start: number; readonly end: number } {
  return { start: node.pos - keyword.length, end: node.end }
}

/** Every case is a branch of its own. */
export const readSwitch: StatementReader<ts.SwitchStatement> = (reader, node, scope) => {
  reader.expression(node.expression, scope, 'part')
  for (const clause of node.caseBlock.clauses) readClause(reader, clause, { ...scope, isInSwitch: true })
}

function readClause(reader: Reader, clause: ts.CaseOrDefaultClause, scope: Scope): void {
  if (reader.ts.isCaseClause(clause)) reader.expression(clause.expression, scope, 'part')
  readStatements(reader, clause.statements, openBlock(reader, scope, { kind: 'branch', form: 'then', span: spanOf(reader, clause) }))
}
