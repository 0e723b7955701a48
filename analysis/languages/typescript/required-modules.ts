import type { ts } from 'ts-morph'
import { bareExpression } from './bare.ts'
import { spanOf, type Reader, type Scope } from './reader.ts'

/** What `require('m')`, `await import('m')` or a member of these brings. */
interface RequiredModule {
  readonly module: string
  /** `null`: the module itself. */
  readonly member: string | null
}

/** `null` where the expression brings no module whose name is written down. */
export function requiredModule(reader: Reader, node: ts.Expression): RequiredModule | null {
  const isMember = reader.ts.isPropertyAccessExpression(node)
  const module = moduleOf(reader, isMember ? bareExpression(reader, node.expression) : node)
  return module === null ? null : { module, member: isMember ? node.name.text : null }
}

function moduleOf(reader: Reader, node: ts.Expression): string | null {
  const { ts } = reader
  const isAwaited = ts.isAwaitExpression(node)
  const call = isAwaited ? bareExpression(reader, node.expression) : node
  if (!ts.isCallExpression(call) || !bringsModule(reader, call.expression, isAwaited)) return null
  const [path] = call.arguments
  return path !== undefined && ts.isStringLiteralLike(path) ? path.text : null
}

function bringsModule(reader: Reader, callee: ts.Expression, isAwaited: boolean): boolean {
  if (isAwaited) return callee.kind === reader.ts.SyntaxKind.ImportKeyword
  return reader.ts.isIdentifier(callee) && callee.text === 'require'
}

/** Adds the imports that a declaration amounts to. False where it takes more than names out of the module. */
export function importRequired(reader: Reader, scope: Scope, target: ts.BindingName, { module, member }: RequiredModule): boolean {
  const { ts } = reader
  const entry = { module, function: scope.function, typeOnly: false }
  if (ts.isIdentifier(target)) {
    reader.facts.imports.push({ local: target.text, name: member, ...entry, span: spanOf(reader, target) })
    return true
  }
  if (member !== null || !ts.isObjectBindingPattern(target)) return false
  const names = target.elements.map((element) => importedName(reader, element))
  if (names.includes(null)) return false
  for (const imported of names) if (imported !== null) reader.facts.imports.push({ ...imported, ...entry })
  return true
}

function importedName(reader: Reader, element: ts.BindingElement): { readonly local: string; readonly name: string; readonly span: { readonly start: number; readonly end: number } } | null {
  const { ts } = reader
  const key = element.propertyName ?? element.name
  if (element.dotDotDotToken !== undefined || !ts.isIdentifier(element.name) || !(ts.isIdentifier(key) || ts.isStringLiteralLike(key))) return null
  return { local: element.name.text, name: key.text, span: spanOf(reader, element) }
}
