import type { ts } from 'ts-morph'
import type { Import } from '../../model/file-facts.ts'
import { readEntity } from './entities.ts'
import { addBinding, spanOf, type Reader, type Scope, type StatementReader } from './reader.ts'

/** An import that binds nothing is left out. */
export const readImport: StatementReader<ts.ImportDeclaration> = (reader, node, scope) => {
  const { ts } = reader
  const clause = node.importClause
  const module = moduleName(reader, node.moduleSpecifier)
  if (clause === undefined || module === null) return
  const typeOnly = clause.phaseModifier === ts.SyntaxKind.TypeKeyword
  if (clause.name !== undefined) addImport(reader, scope, clause.name, { local: clause.name.text, module, name: 'default', typeOnly })
  const bindings = clause.namedBindings
  if (bindings === undefined) return
  if (ts.isNamespaceImport(bindings)) addImport(reader, scope, bindings, { local: bindings.name.text, module, name: null, typeOnly })
  else for (const item of bindings.elements) addSpecifier(reader, scope, item, { module, typeOnly })
}

/** What is handed on is imported, too. */
export function importExported(reader: Reader, node: ts.ExportDeclaration, scope: Scope, specifier: ts.Expression): void {
  const module = moduleName(reader, specifier)
  const { exportClause, isTypeOnly: typeOnly } = node
  if (module === null) return
  if (exportClause === undefined) addImport(reader, scope, node, { local: '*', module, name: '*', typeOnly })
  else if (reader.ts.isNamespaceExport(exportClause)) addImport(reader, scope, exportClause, { local: exportClause.name.text, module, name: null, typeOnly })
  else for (const item of exportClause.elements) addSpecifier(reader, scope, item, { module, typeOnly })
}

function addSpecifier(reader: Reader, scope: Scope, item: ts.ImportSpecifier | ts.ExportSpecifier, from: Pick<Import, 'module' | 'typeOnly'>): void {
  const imported = (item.propertyName ?? item.name).text
  addImport(reader, scope, item, { local: item.name.text, module: from.module, name: imported, typeOnly: from.typeOnly || item.isTypeOnly })
}

function moduleName(reader: Reader, node: ts.Expression): string | null {
  return reader.ts.isStringLiteralLike(node) ? node.text : null
}

function addImport(reader: Reader, scope: Scope, node: ts.Node, entry: Pick<Import, 'local' | 'module' | 'name' | 'typeOnly'>): void {
  const { local, module, name, typeOnly } = entry
  reader.facts.imports.push({ local, module, name, function: scope.function, typeOnly, span: spanOf(reader, node) })
}

/** `import x = require('m')` and `import x = a.b` */
export const readImportEquals: StatementReader<ts.ImportEqualsDeclaration> = (reader, node, scope) => {
  const { ts } = reader
  const { moduleReference: from, name } = node
  if (ts.isExternalModuleReference(from)) {
    const module = moduleName(reader, from.expression)
    if (module !== null) addImport(reader, scope, node, { local: name.text, module, name: null, typeOnly: node.isTypeOnly })
    return
  }
  const value = readEntity(reader, from)
  addBinding(reader, scope, { target: name.text, targetSpan: spanOf(reader, name), via: 'assign', position: null, value, type: null, span: spanOf(reader, node) })
}
