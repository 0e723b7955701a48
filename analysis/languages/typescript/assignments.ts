import type { ts } from 'ts-morph'
import type { Expression } from '../../model/expression.ts'
import { exportedName, exportValue, exportWhole } from './commonjs.ts'
import type { Compiler } from './compiler.ts'
import { readNamedFunction } from './functions.ts'
import { literal } from './literals.ts'
import { spanOf, unknown, type ExpressionReader, type Reader, type Scope } from './reader.ts'
import { bindTarget } from './bind-target.ts'
import { readTarget, type Target } from './targets.ts'

/** The sign of the operation in `a += b` and its kin; empty for a plain `=`; `null` for what is no assignment. */
export function assignmentOperator(ts: Compiler, kind: ts.SyntaxKind): string | null {
  const { SyntaxKind } = ts
  if (kind < SyntaxKind.FirstAssignment || kind > SyntaxKind.LastAssignment) return null
  return ts.tokenToString(kind)?.slice(0, -1) ?? null
}

/** The value of an assignment is what it gives. `a ??= b` gives `a ?? b`. */
export const readAssignment: ExpressionReader<ts.BinaryExpression> = (reader, node, scope) => {
  const operator = assignmentOperator(reader.ts, node.operatorToken.kind)
  const target = readTarget(reader, node.left, scope)
  const isPlain = operator === ''
  const isLogic = operator === '??' || operator === '||' || operator === '&&'
  const span = spanOf(reader, node)
  if (isPlain && target.kind === 'path') {
    const exported = exportedName(target.path, scope)
    if (exported !== null) return (target.path === 'module.exports' ? exportWhole : exportValue)(reader, scope, { name: exported, nameSpan: target.span, span }, node.right)
  }
  const value = (isPlain ? readNamedValue(reader, node.right, target, scope) : null) ?? reader.expression(node.right, scope, isPlain || isLogic ? 'assigned' : 'part')
  const given: Expression = isLogic && target.expression !== null ? { kind: 'operation', operator, operands: [target.expression, value], span } : value
  bindTarget(reader, scope, target, { via: isPlain || isLogic ? 'assign' : 'augmented', value: given, type: null, span, isAssignment: true })
  return isPlain || isLogic ? given : unknown(reader, node)
}

/** A function is called what it is given to. */
function readNamedValue(reader: Reader, node: ts.Expression, target: Target, scope: Scope): Expression | null {
  const called = target.kind === 'path' ? /[\w$#]+$/.exec(target.path)?.[0] : undefined
  return called === undefined ? null : readNamedFunction(reader, node, scope, { kind: 'lambda', name: called, nameSpan: target.span, class: null })
}

/** `a++` and its kin: by one more or less. */
export function readStep(reader: Reader, node: ts.PrefixUnaryExpression | ts.PostfixUnaryExpression, scope: Scope): Expression {
  const target = readTarget(reader, node.operand, scope)
  bindTarget(reader, scope, target, { via: 'augmented', value: literal(reader, node, 1), type: null, span: spanOf(reader, node), isAssignment: true })
  return unknown(reader, node)
}
