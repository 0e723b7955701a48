import type { Expression } from '../../model/expression.ts'
import type { Call, FileFacts } from '../../model/file-facts.ts'
import { visibleBindings } from '../facts/bindings.ts'
import { isTaken } from '../facts/branch-truth.ts'
import { constantOf } from '../inference/constants.ts'
import type { Inference } from '../inference/inference.ts'
import { coalesce, combine, compare, constant, negated, truthOf, undefinedValue, unknownValue, type Given, type Known } from './known-value.ts'
import { attributeOf, madeRow } from './made-rows.ts'
import { findName } from '../facts/scope.ts'
import { blocksAround, dottedName, innermostBlock } from '../facts/site.ts'

/** A place in a function, on a way through the program on which some of its parameters are known. */
export interface Frame {
  readonly file: FileFacts
  readonly function: number
  readonly given: Given
  /** UTF-16 offset. */
  readonly at: number
  /** How many more steps may be followed. */
  readonly left: number
}

/** What an expression is worth in a frame. */
export function evaluate(types: Inference, expression: Expression, frame: Frame): Known {
  if (frame.left === 0) return unknownValue
  const inner = { ...frame, left: frame.left - 1 }
  const part = (each: Expression): Known => evaluate(types, each, inner)
  switch (expression.kind) {
    case 'literal':
      return constant(expression.value)
    case 'name':
      return valueOfName(types, expression.name, expression, inner)
    case 'member':
      return valueOfMember(types, expression, inner)
    case 'list':
    case 'tuple':
    case 'set':
      return { kind: 'items', items: expression.items.map(part) }
    case 'record':
      return valueOfRecord(expression, part)
    case 'index':
      return entryOf(part(expression.object), part(expression.key))
    case 'operation':
      return valueOfOperation(expression.operator, expression.operands.map(part))
    case 'call': {
      const call = frame.file.calls[expression.call]
      return call === undefined ? unknownValue : valueOfCall(types, call, inner)
    }
    default:
      return unknownValue
  }
}

function valueOfName(types: Inference, name: string, expression: Expression, frame: Frame): Known {
  const found = findName(frame.file, frame.function, name)
  if (found?.kind === 'parameter') {
    if (found.function !== frame.function) return found.rebound.length === 0 ? (frame.given.get(name) ?? unknownValue) : unknownValue
    return lastValue(types, name, frame) ?? frame.given.get(name) ?? unknownValue
  }
  if (found?.kind === 'variable' && found.function === frame.function && frame.function !== 0) return lastValue(types, name, frame) ?? unknownValue
  return written(types, expression, frame)
}

/** What the name or path holds by an assignment that must have run; `null`: the function has not bound it. */
export function lastValue(types: Inference, target: string, frame: Frame): Known | null {
  const all = frame.file.functions[frame.function]?.bindings.filter((binding) => binding.target === target) ?? []
  const bindings = all.filter(({ block, targetSpan }) => targetSpan.end > frame.at || !isPassedBy(types, block, frame))
  const visible = visibleBindings(bindings, { file: frame.file, function: frame.function, at: frame.at })
  const [binding] = visible.bindings
  if (binding === undefined) return isBoundLaterInLoop(frame, target) ? unknownValue : null
  if (visible.bindings.length > 1 || !visible.isSettled || binding.via !== 'assign' || binding.value === null) return unknownValue
  if (isBoundLaterInLoop(frame, target) || isChanged(types, frame, target, binding.span.end)) return unknownValue
  return evaluate(types, binding.value, { ...frame, at: binding.span.start })
}

/** The next round of a loop around the place sees what is bound after it. */
function isBoundLaterInLoop(frame: Frame, target: string): boolean {
  const site = { file: frame.file, function: frame.function, at: frame.at }
  const loop = blocksAround(frame.file, innermostBlock(site)).findLast(({ kind }) => kind === 'loop')
  if (loop === undefined) return false
  return (frame.file.functions[frame.function]?.bindings ?? []).some((each) => each.target === target && each.span.start > frame.at && each.span.end <= loop.span.end)
}

/** A value that is changed in place after it is bound. */
function isChanged(types: Inference, frame: Frame, target: string, since: number): boolean {
  return frame.file.calls.some(
    (call) =>
      call.function === frame.function && call.span.start >= since && call.span.end <= frame.at &&
      call.callee.kind === 'member' && changers.has(call.callee.name) && dottedName(call.callee.object) === target &&
      !isPassedBy(types, call.block, frame),
  )
}

/** The block lies in a branch that is not taken. */
function isPassedBy(types: Inference, block: number | null, frame: Frame): boolean {
  if (frame.left === 0) return false
  return blocksAround(frame.file, block).some(
    (each) => isTaken(frame.file, each, (condition) => truthOf(evaluate(types, condition, { ...frame, at: condition.span.start, left: frame.left - 1 }))) === false,
  )
}

const changers = new Set(['append', 'extend', 'insert', 'add', 'update', 'pop', 'remove', 'clear', 'setdefault', 'discard', 'refresh_from_db'])

function valueOfMember(types: Inference, expression: Extract<Expression, { kind: 'member' }>, frame: Frame): Known {
  const path = dottedName(expression)
  const assigned = path === null ? null : lastValue(types, path, frame)
  if (assigned !== null) return assigned
  const object = evaluate(types, expression.object, frame)
  if (object.kind === 'undefined') return undefinedValue
  if (object.kind === 'record') return object.entries.get(expression.name) ?? (object.isWhole ? undefinedValue : unknownValue)
  return object.kind === 'row' ? attributeOf(types, object, expression.name) : written(types, expression, frame)
}

/** What the text of the program says, where it is the same on every way. */
function written(types: Inference, expression: Expression, frame: Frame): Known {
  const value = constantOf(types, expression, frame)
  return value.state === 'known' ? constant(value.value) : unknownValue
}

function valueOfRecord(expression: Extract<Expression, { kind: 'record' }>, part: (each: Expression) => Known): Known {
  const entries = new Map<string, Known>()
  for (const { key, value } of expression.entries) {
    if (key?.kind !== 'literal') return unknownValue
    entries.set(String(key.value), part(value))
  }
  return { kind: 'record', entries, isWhole: true }
}

function entryOf(container: Known, key: Known): Known {
  return container.kind === 'record' && key.kind === 'constant' ? (container.entries.get(String(key.value)) ?? unknownValue) : unknownValue
}

function valueOfOperation(operator: string, operands: readonly Known[]): Known {
  if (operator === 'and' || operator === '&&') return combine(operands, false)
  if (operator === 'or' || operator === '||') return combine(operands, true)
  const [left, right] = operands
  if (left === undefined) return unknownValue
  if (operator === '??') return right === undefined ? unknownValue : coalesce(left, right)
  if (operator === 'not') return negated(truthOf(left))
  return right === undefined ? unknownValue : compare(operator, left, right)
}

function valueOfCall(types: Inference, call: Call, frame: Frame): Known {
  const [first, second] = call.arguments
  if (call.callee.kind === 'name' && first !== undefined && second === undefined) {
    const value = evaluate(types, first.value, frame)
    if (call.callee.name === 'bool') return negated(truthOf(value) === null ? null : truthOf(value) === false)
    if (call.callee.name === 'len') return value.kind === 'items' ? constant(value.items.length) : unknownValue
  }
  if (call.callee.kind === 'member' && call.callee.name === 'get' && first !== undefined) {
    const container = evaluate(types, call.callee.object, frame)
    if (container.kind === 'record') return valueUnder(container, evaluate(types, first.value, frame), second === undefined ? constant(null) : evaluate(types, second.value, frame))
  }
  return madeRow(types, call, frame.file, (value) => evaluate(types, value, frame))
}

/** `record.get(key, otherwise)` */
function valueUnder(record: Extract<Known, { kind: 'record' }>, key: Known, otherwise: Known): Known {
  const found = entryOf(record, key)
  return found.kind === 'unknown' && record.isWhole && key.kind === 'constant' && !record.entries.has(String(key.value)) ? otherwise : found
}
