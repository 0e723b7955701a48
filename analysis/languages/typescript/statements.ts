import type { ts } from 'ts-morph'
import { readIf, readSwitch } from './branches.ts'
import { readClass } from './classes.ts'
import type { Compiler } from './compiler.ts'
import { exportDefault, readExport, readExportAssignment } from './exports.ts'
import { readFunctionDeclaration } from './functions.ts'
import { readTry } from './handlers.ts'
import { readImport, readImportEquals } from './imports.ts'
import { readDo, readFor, readForOf, readWhile } from './loops.ts'
import { nodeTable, statementForm, type NodeTable, type StatementForm } from './node-table.ts'
import { addExit, readStatements, spanOf, type StatementReader } from './reader.ts'
import { readEnum, readInterface, readTypeAlias } from './type-declarations.ts'
import { readVariables } from './variables.ts'

const readExpressionStatement: StatementReader<ts.ExpressionStatement> = (reader, node, scope) => {
  reader.expression(node.expression, scope, 'statement')
}

const readReturn: StatementReader<ts.ReturnStatement> = (reader, node, scope) => {
  const value = node.expression === undefined ? null : reader.expression(node.expression, scope, 'returned')
  addExit(reader, scope, { kind: 'return', value, span: spanOf(reader, node) })
}

const readThrow: StatementReader<ts.ThrowStatement> = (reader, node, scope) => {
  addExit(reader, scope, { kind: 'raise', value: reader.expression(node.expression, scope, 'part'), span: spanOf(reader, node) })
}

/** What leaves a `switch` leaves neither the function nor the loop. */
const readBreak: StatementReader<ts.BreakStatement> = (reader, node, scope) => {
  if (node.label === undefined && scope.isInSwitch) return
  addExit(reader, scope, { kind: 'break', value: null, span: spanOf(reader, node) })
}

const readContinue: StatementReader<ts.ContinueStatement> = (reader, node, scope) => {
  addExit(reader, scope, { kind: 'continue', value: null, span: spanOf(reader, node) })
}

const readLabeled: StatementReader<ts.LabeledStatement> = (reader, node, scope) => {
  reader.statement(node.statement, scope)
}

const readBlock: StatementReader<ts.Block | ts.ModuleBlock> = (reader, node, scope) => {
  readStatements(reader, node.statements, scope)
}

/** A namespace's names are the module's. What is said of another module is not. */
const readNamespace: StatementReader<ts.ModuleDeclaration> = (reader, node, scope) => {
  const { ts } = reader
  if (node.body === undefined || ts.isStringLiteral(node.name)) return
  reader.statement(node.body, scope)
}

const readDefaultFunction: StatementReader<ts.FunctionDeclaration> = (reader, node, scope) => {
  readFunctionDeclaration(reader, node, scope)
  exportDefault(reader, node, scope)
}

const readDefaultClass: StatementReader<ts.ClassDeclaration> = (reader, node, scope) => {
  readClass(reader, node, scope)
  exportDefault(reader, node, scope)
}

const readNothing: StatementReader = () => undefined

/** By kind of node. */
export function statementReaders(ts: Compiler): NodeTable<StatementForm> {
  const { SyntaxKind: kinds } = ts
  return nodeTable([
    statementForm(kinds.ExpressionStatement, readExpressionStatement),
    statementForm(kinds.VariableStatement, readVariables),
    statementForm(kinds.FunctionDeclaration, readDefaultFunction),
    statementForm(kinds.ClassDeclaration, readDefaultClass),
    statementForm(kinds.InterfaceDeclaration, readInterface),
    statementForm(kinds.TypeAliasDeclaration, readTypeAlias),
    statementForm(kinds.EnumDeclaration, readEnum),
    statementForm(kinds.ModuleDeclaration, readNamespace),
    statementForm(kinds.ModuleBlock, readBlock),
    statementForm(kinds.ImportDeclaration, readImport),
    statementForm(kinds.ImportEqualsDeclaration, readImportEquals),
    statementForm(kinds.ExportDeclaration, readExport),
    statementForm(kinds.ExportAssignment, readExportAssignment),
    statementForm(kinds.Block, readBlock),
    statementForm(kinds.IfStatement, readIf),
    statementForm(kinds.SwitchStatement, readSwitch),
    statementForm(kinds.ForStatement, readFor),
    statementForm(kinds.ForOfStatement, readForOf),
    statementForm(kinds.ForInStatement, readForOf),
    statementForm(kinds.WhileStatement, readWhile),
    statementForm(kinds.DoStatement, readDo),
    statementForm(kinds.TryStatement, readTry),
    statementForm(kinds.ReturnStatement, readReturn),
    statementForm(kinds.ThrowStatement, readThrow),
    statementForm(kinds.BreakStatement, readBreak),
    statementForm(kinds.ContinueStatement, readContinue),
    statementForm(kinds.LabeledStatement, readLabeled),
    statementForm(kinds.EmptyStatement, readNothing),
    statementForm(kinds.NamespaceExportDeclaration, readNothing),
  ])
}
