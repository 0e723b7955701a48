import type { ts } from 'ts-morph'
import type { Expression } from '../../model/expression.ts'
import { readNamedFunction } from './functions.ts'
import { importExported } from './imports.ts'
import { name } from './names.ts'
import { addBinding, spanOf, type Reader, type Scope, type StatementReader } from './reader.ts'

/** `export { a as b }`, `export … from 'm'` */
export const readExport: StatementReader<ts.ExportDeclaration> = (reader, node, scope) => {
  if (node.moduleSpecifier !== undefined) {
    importExported(reader, node, scope, node.moduleSpecifier)
    return
  }
  if (node.exportClause === undefined || reader.ts.isNamespaceExport(node.exportClause)) return
  for (const item of node.exportClause.elements) {
    const { propertyName, name: outer } = item
    if (propertyName === undefined || propertyName.text === outer.text) continue
    addExport(reader, scope, outer, name(propertyName.text, spanOf(reader, propertyName)), item)
  }
}

/** `export default value` and `export = value` */
export const readExportAssignment: StatementReader<ts.ExportAssignment> = (reader, node, scope) => {
  const nameSpan = spanOf(reader, node)
  const named = readNamedFunction(reader, node.expression, scope, { kind: 'function', name: 'default', nameSpan: { start: nameSpan.start, end: nameSpan.start }, class: null })
  addExport(reader, scope, node, named ?? reader.expression(node.expression, scope, 'assigned'), node, 'default')
}

function addExport(reader: Reader, scope: Scope, target: ts.Node, value: Expression, node: ts.Node, exported?: string): void {
  const { ts } = reader
  const written = exported ?? (ts.isIdentifier(target) || ts.isStringLiteralLike(target) ? target.text : '')
  addBinding(reader, scope, { target: written, targetSpan: spanOf(reader, target), via: 'assign', position: null, value, type: null, span: spanOf(reader, node) })
}

/** `export default class Name` and `export default function name` */
export function exportDefault(reader: Reader, node: ts.FunctionDeclaration | ts.ClassDeclaration, scope: Scope): void {
  const isDefault = node.modifiers?.some(({ kind }) => kind === reader.ts.SyntaxKind.DefaultKeyword) === true
  if (isDefault && node.name !== undefined) addExport(reader, scope, node.name, name(node.name.text, spanOf(reader, node.name)), node, 'default')
}
