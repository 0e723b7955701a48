import type { ts } from 'ts-morph'
import type { Expression } from '../../model/expression.ts'
import { bindTarget } from './bind-target.ts'
import { literal } from './literals.ts'
import { name } from './names.ts'
import { openBlock, spanOf, unknown, type Reader, type Scope, type StatementReader } from './reader.ts'
import { readBindingName, readTarget, targetNames, type Target } from './targets.ts'
import { readDeclarations } from './variables.ts'

/** `for (target of iterable)`, and `in`, whose names are of no interest: the iterable is read once, before the loop. */
export const readForOf: StatementReader<ts.ForInOrOfStatement> = (reader, node, scope) => {
  const { ts } = reader
  const loop = reader.facts.blocks.length
  const inside = { ...openBlock(reader, scope, { kind: 'loop', form: 'for', span: spanOf(reader, node) }), isInSwitch: false }
  const declared = ts.isVariableDeclarationList(node.initializer) ? node.initializer.declarations[0]?.name : undefined
  const isAssignment = !ts.isVariableDeclarationList(node.initializer)
  const target = isAssignment ? readTarget(reader, node.initializer, inside) : declared === undefined ? null : readBindingName(reader, declared, inside)
  const iterable = reader.expression(node.expression, scope, 'part')
  const subject = ts.isForInStatement(node) ? unknown(reader, node.expression) : iterable
  const block = reader.facts.blocks[loop]
  if (target !== null && block !== undefined) {
    block.subject = subject
    block.names.push(...bindElement(reader, inside, target, { start: spanOf(reader, node.initializer).start, end: node.expression.end }, subject, isAssignment))
  }
  reader.statement(node.statement, inside)
}

/** Binds the loop's names and returns them. What is taken apart by more than position gets a name that cannot be written. */
function bindElement(reader: Reader, inside: Scope, target: Target, span: { readonly start: number; readonly end: number }, iterable: Expression, isAssignment: boolean): string[] {
  const given = isAssignment ? ({ isAssignment: true } as const) : {}
  if (target.kind !== 'parts' || isPlainTuple(target)) {
    bindTarget(reader, inside, target, { via: 'element', value: target.kind === 'parts' ? null : iterable, type: null, span, ...given })
    return targetNames(target)
  }
  const whole = `{loop ${String(inside.block)}}`
  const names = { kind: 'path', path: whole, expression: name(whole, target.span), span: target.span } as const
  bindTarget(reader, inside, names, { via: 'element', value: iterable, type: null, span })
  bindTarget(reader, inside, target, { via: 'assign', value: name(whole, target.span), type: null, span, ...given })
  return [whole]
}

/** `[key, value]` */
function isPlainTuple(target: Extract<Target, { kind: 'parts' }>): boolean {
  return target.parts.every(({ target: part, position, default: given }, index) => part.kind === 'path' && position === index && given === null) && target.parts.length > 1
}

/** `while (condition)`: the condition is read before every round. */
export const readWhile: StatementReader<ts.WhileStatement> = (reader, node, scope) => {
  const inside = openLoop(reader, node, scope)
  setCondition(reader, inside, reader.expression(node.expression, inside, 'part'))
  reader.statement(node.statement, inside)
}

export const readDo: StatementReader<ts.DoStatement> = (reader, node, scope) => {
  const inside = openLoop(reader, node, scope)
  reader.statement(node.statement, inside)
  setCondition(reader, inside, reader.expression(node.expression, inside, 'part'))
}

/** `for (start; condition; step)` is a `while` with a start and a step. */
export const readFor: StatementReader<ts.ForStatement> = (reader, node, scope) => {
  const { initializer, condition, incrementor } = node
  if (initializer !== undefined) {
    if (reader.ts.isVariableDeclarationList(initializer)) readDeclarations(reader, initializer, scope)
    else reader.expression(initializer, scope, 'statement')
  }
  const inside = openLoop(reader, node, scope)
  setCondition(reader, inside, condition === undefined ? { ...literal(reader, node, true), span: emptySpan(node.statement.pos) } : reader.expression(condition, inside, 'part'))
  if (incrementor !== undefined) reader.expression(incrementor, inside, 'statement')
  reader.statement(node.statement, inside)
}

function emptySpan(at: number): { readonly start: number; readonly end: number } {
  return { start: at, end: at }
}

function openLoop(reader: Reader, node: ts.Node, scope: Scope): Scope & { readonly block: number } {
  return { ...openBlock(reader, scope, { kind: 'loop', form: 'while', span: spanOf(reader, node) }), isInSwitch: false }
}

function setCondition(reader: Reader, { block: index }: { readonly block: number }, subject: Expression): void {
  const block = reader.facts.blocks[index]
  if (block !== undefined) block.subject = subject
}
