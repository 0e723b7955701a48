import type { ts } from 'ts-morph'
import type { Expression } from '../../model/expression.ts'
import { bareExpression } from './bare.ts'
import { bindTarget } from './bind-target.ts'
import { readNamedClass } from './classes.ts'
import { readNamedFunction } from './functions.ts'
import { spanOf, typeOf, type Reader, type Scope, type StatementReader } from './reader.ts'
import { importRequired, requiredModule } from './required-modules.ts'
import { readBindingName, type Target } from './targets.ts'

export const readVariables: StatementReader<ts.VariableStatement> = (reader, node, scope) => {
  readDeclarations(reader, node.declarationList, scope)
}

export function readDeclarations(reader: Reader, list: ts.VariableDeclarationList, scope: Scope): void {
  for (const declaration of list.declarations) readDeclaration(reader, declaration, scope)
}

/** The span of a binding is one declarator: what stands before it in the same statement has its value already. */
function readDeclaration(reader: Reader, node: ts.VariableDeclaration, scope: Scope): void {
  const target = readBindingName(reader, node.name, scope)
  const type = typeOf(reader, node.type)
  const span = spanOf(reader, node)
  if (node.initializer === undefined) {
    // `let name` without a type is `let name = undefined`.
    const nothing = type === null ? ({ kind: 'literal', value: null, span: { start: node.end, end: node.end } } as const) : null
    bindTarget(reader, scope, target, { via: nothing === null ? 'declared' : 'assign', value: nothing, type, span })
    return
  }
  const bare = bareExpression(reader, node.initializer)
  if (target.kind === 'path' && reader.ts.isClassExpression(bare)) {
    readNamedClass(reader, bare, scope, { name: target.path, nameSpan: target.span })
    return
  }
  const value = readValue(reader, node.initializer, target, scope)
  const module = requiredModule(reader, bare)
  if (module === null || !importRequired(reader, scope, node.name, module)) bindTarget(reader, scope, target, { via: 'assign', value, type, span })
}

/** A function is called what it is given to. */
function readValue(reader: Reader, node: ts.Expression, target: Target, scope: Scope): Expression {
  const naming = target.kind === 'path' ? ({ kind: 'function', name: target.path, nameSpan: target.span, class: null } as const) : null
  const named = naming === null ? null : readNamedFunction(reader, node, scope, naming)
  return named ?? reader.expression(node, scope, 'assigned')
}
