import type { ts } from 'ts-morph'
import type { Expression } from '../../model/expression.ts'
import type { Span } from '../../model/source.ts'
import { bareExpression } from './bare.ts'
import { readNamedClass } from './classes.ts'
import { readNamedFunction } from './functions.ts'
import { name } from './names.ts'
import { addBinding, type Reader, type Scope } from './reader.ts'
import { requiredModule } from './required-modules.ts'

/** A name that a module exports, and where it does so. */
export interface Export {
  readonly name: string
  readonly nameSpan: Span
  readonly span: Span
}

/** The name under which an assignment to a path exports its value; `null` where it exports nothing. */
export function exportedName(path: string, scope: Scope): string | null {
  if (scope.function !== 0) return null
  if (path === 'module.exports') return 'default'
  return /^(?:module\.)?exports\.([\w$]+)$/.exec(path)?.[1] ?? null
}

/** Reads a value and binds it to the name that it is exported under. */
export function exportValue(reader: Reader, scope: Scope, exported: Export, node: ts.Expression): Expression {
  const bare = bareExpression(reader, node)
  if (reader.ts.isClassExpression(bare) && bare.name === undefined) {
    readNamedClass(reader, bare, scope, exported)
    return name(exported.name, exported.nameSpan)
  }
  const { name: called, nameSpan } = exported
  const value = readNamedFunction(reader, node, scope, { kind: 'function', name: called, nameSpan, class: null }) ?? reader.expression(node, scope, 'assigned')
  bindExport(reader, scope, exported, value)
  return value
}

/** A name that is exported as it is called needs no binding, nor does one that is given its value later. */
export function bindExport(reader: Reader, scope: Scope, { name: target, nameSpan, span }: Export, value: Expression): void {
  const isNothing = (value.kind === 'name' && value.name === target) || (value.kind === 'literal' && value.value === null)
  if (!isNothing) addBinding(reader, { ...scope, function: 0 }, { target, targetSpan: nameSpan, via: 'assign', position: null, value, type: null, span })
}

/** `module.exports = value`: the members of the value are exports, too. */
export function exportWhole(reader: Reader, scope: Scope, exported: Export, node: ts.Expression): Expression {
  const value = exportValue(reader, scope, exported, node)
  const { span } = exported
  const module = requiredModule(reader, bareExpression(reader, node))
  if (module?.member === null) reader.facts.imports.push({ local: '*', module: module.module, name: '*', function: 0, typeOnly: false, span })
  for (const { key, value: member } of value.kind === 'record' ? value.entries : []) {
    if (key?.kind === 'literal' && typeof key.value === 'string') bindExport(reader, scope, { name: key.value, nameSpan: key.span, span }, member)
  }
  return value
}
