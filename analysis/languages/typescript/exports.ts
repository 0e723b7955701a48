import type { ts } from 'ts-morph'
import { bindExport, exportValue, exportWhole } from './commonjs.ts'
import { importExported } from './imports.ts'
import { name } from './names.ts'
import { spanOf, type Reader, type Scope, type StatementReader } from './reader.ts'

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
    bindExport(reader, scope, { name: outer.text, nameSpan: spanOf(reader, outer), span: spanOf(reader, item) }, name(propertyName.text, spanOf(reader, propertyName)))
  }
}

/** `export default value` and `export = value` */
export const readExportAssignment: StatementReader<ts.ExportAssignment> = (reader, node, scope) => {
  const span = spanOf(reader, node)
  const exported = { name: 'default', nameSpan: { start: span.start, end: span.start }, span }
  if (node.isExportEquals === true) exportWhole(reader, scope, exported, node.expression)
  else exportValue(reader, scope, exported, node.expression)
}

/** `export default class Name` and `export default function name` */
export function exportDefault(reader: Reader, node: ts.FunctionDeclaration | ts.ClassDeclaration, scope: Scope): void {
  const isDefault = node.modifiers?.some(({ kind }) => kind === reader.ts.SyntaxKind.DefaultKeyword) === true
  if (!isDefault || node.name === undefined) return
  const nameSpan = spanOf(reader, node.name)
  bindExport(reader, scope, { name: 'default', nameSpan, span: spanOf(reader, node) }, name(node.name.text, nameSpan))
}
