import type { Import } from '../../model/file-facts.ts'
import { childAt, childrenAt, spanOf } from './nodes.ts'
import { textOf, type Reader, type Scope, type StatementReader } from './reader.ts'
import type { SyntaxNode } from './syntax-tree.ts'

/** `import a.b, c as d` */
export const readImport: StatementReader = (reader, node, scope) => {
  for (const item of childrenAt(node, 'name')) {
    const { path, alias } = importedName(reader, item)
    addImport(reader, scope, item, { local: alias ?? path.split('.', 1).join(''), module: path, name: null })
  }
}

/** `from .a import b, c as d` and `from a import *` */
export const readImportFrom: StatementReader = (reader, node, scope) => {
  const moduleNode = childAt(node, 'module_name')
  const module = moduleNode === null ? '__future__' : compact(textOf(reader, moduleNode))
  for (const item of node.children) {
    if (item.type === 'wildcard_import') addImport(reader, scope, item, { local: '*', module, name: '*' })
    if (item.field !== 'name') continue
    const { path, alias } = importedName(reader, item)
    addImport(reader, scope, item, { local: alias ?? path, module, name: path })
  }
}

function importedName(reader: Reader, item: SyntaxNode): { readonly path: string; readonly alias: string | null } {
  const alias = childAt(item, 'alias')
  const name = item.type === 'aliased_import' ? childAt(item, 'name') : item
  return { path: compact(textOf(reader, name ?? item)), alias: alias === null ? null : textOf(reader, alias) }
}

/** A dotted name may be written with spaces and line breaks. */
function compact(dotted: string): string {
  return dotted.replace(/[\s\\]+/g, '')
}

function addImport(reader: Reader, scope: Scope, item: SyntaxNode, entry: Pick<Import, 'local' | 'module' | 'name'>): void {
  const { local, module, name } = entry
  reader.facts.imports.push({ local, module, name, function: scope.function, typeOnly: scope.typeOnly, span: spanOf(item) })
}
