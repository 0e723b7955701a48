import {
  handleCommit, handleMethods, handleRollback, returnsHandle, sqlCommit, sqlRollback, sqlStart, statementPairs, type StatementPair,
} from '../../frameworks/statement-transactions.ts'
import type { Expression } from '../../model/expression.ts'
import type { Binding, Call, FileFacts } from '../../model/file-facts.ts'
import { calledName } from '../facts/called-names.ts'
import type { Inference } from '../inference/inference.ts'
import { callSite, dottedName } from '../facts/site.ts'
import { functionOf, refKey, type FunctionRef } from '../inference/type.ts'

/** A statement that opens or ends a transaction. */
export interface StatementEvent {
  readonly kind: 'start' | 'commit' | 'rollback'
  /** The object it is done on, or the name that holds the handle: `queryRunner`, `this.transaction`. */
  readonly subject: string
  readonly call: Call
}

const remembered = new WeakMap<Inference, Map<string, readonly StatementEvent[]>>()

/** What one function does to transactions by statements, in the order in which it happens; nothing where it never commits. */
export function statementEvents(types: Inference, ref: FunctionRef): readonly StatementEvent[] {
  const known = remembered.get(types) ?? new Map<string, readonly StatementEvent[]>()
  remembered.set(types, known)
  let events = known.get(refKey(ref))
  if (events === undefined) {
    known.set(refKey(ref), [])
    events = collect(types, ref)
    known.set(refKey(ref), events)
  }
  return events
}

function collect(types: Inference, { file, index }: FunctionRef): readonly StatementEvent[] {
  if (!mayCommit(file)) return []
  const calls = file.calls.filter((call) => call.function === index)
  const endings = calls.flatMap((call) => endingOf(types, file, call))
  const subjects = new Set(endings.flatMap(({ kind, subject }) => (kind === 'commit' ? [subject] : [])))
  if (subjects.size === 0) return []
  const starts = [
    ...calls.flatMap((call) => startOf(types, file, call)),
    ...(file.functions[index]?.bindings ?? []).flatMap((binding) => (subjects.has(binding.target) ? handleBoundBy(types, file, binding) : [])),
  ]
  return [...starts, ...endings].filter(({ subject }) => subjects.has(subject)).sort((one, other) => one.call.span.end - other.call.span.end)
}

const committing = new WeakMap<FileFacts, boolean>()

function mayCommit(file: FileFacts): boolean {
  let known = committing.get(file)
  if (known === undefined) {
    known = file.calls.some((call) => /commit/i.test(calledName(file, call) ?? '') || says(call, sqlCommit))
    committing.set(file, known)
  }
  return known
}

function startOf(types: Inference, file: FileFacts, call: Call): readonly StatementEvent[] {
  const subject = objectOf(call)
  if (subject === null) return []
  const isStart = statementPairs.some((pair) => pair.start === calledName(file, call) && fits(types, file, call, pair)) || says(call, sqlStart)
  return isStart ? [{ kind: 'start', subject, call }] : []
}

/** The end of a transaction: by a function of the project that is given the handle, or on the object itself. */
function endingOf(types: Inference, file: FileFacts, call: Call): readonly StatementEvent[] {
  const name = calledName(file, call) ?? ''
  const given = call.arguments[0] === undefined ? null : dottedName(call.arguments[0].value)
  if (given !== null && /commit|roll_?back/i.test(name) && endsItsParameter(types, file, call)) return [{ kind: /commit/i.test(name) ? 'commit' : 'rollback', subject: given, call }]
  const subject = objectOf(call)
  if (subject === null) return []
  const pair = statementPairs.find((each) => (each.commit === name || each.rollback.includes(name)) && fits(types, file, call, each))
  if (pair?.commit === name || name === handleCommit || says(call, sqlCommit)) return [{ kind: 'commit', subject, call }]
  return pair !== undefined || name === handleRollback || says(call, sqlRollback) ? [{ kind: 'rollback', subject, call }] : []
}

function fits(types: Inference, file: FileFacts, call: Call, { object }: StatementPair): boolean {
  if (object === null || call.callee.kind !== 'member') return object === null
  const type = types.typeOf(call.callee.object, callSite(file, call))
  return type.kind === 'external' && object.test(type.name)
}

function objectOf({ callee }: Call): string | null {
  return callee.kind === 'member' ? dottedName(callee.object) : null
}

function says(call: Call, statement: RegExp): boolean {
  const text = call.arguments[0]?.value
  return text?.kind === 'literal' && typeof text.value === 'string' && statement.test(text.value)
}

/** `commitTransaction(transaction)`, a function of the project that ends what it is given first. */
function endsItsParameter(types: Inference, file: FileFacts, call: Call): boolean {
  const callee = types.typeOf(call.callee, callSite(file, call))
  if (callee.kind !== 'function') return false
  const { kind, parameters } = functionOf(callee.ref)
  const name = parameters[kind === 'method' ? 1 : 0]?.name
  return callee.ref.file.calls.some((inner) => inner.function === callee.ref.index && objectOf(inner) === name && /^(commit|rollback)$/.test(calledName(callee.ref.file, inner) ?? ''))
}

/** `const transaction = given ?? (await sequelize.transaction())` */
function handleBoundBy(types: Inference, file: FileFacts, { target, via, value }: Binding): readonly StatementEvent[] {
  if (via !== 'assign' || value === null) return []
  const call = choicesOf(value).flatMap((choice) => (choice.kind === 'call' ? (file.calls[choice.call] ?? []) : [])).find((each) => makesHandle(types, file, each, 3))
  return call === undefined ? [] : [{ kind: 'start', subject: target, call }]
}

function choicesOf(value: Expression): readonly Expression[] {
  if (value.kind === 'conditional') return [...choicesOf(value.whenTrue), ...choicesOf(value.whenFalse)]
  return value.kind === 'operation' && /^(\|\||\?\?)$/.test(value.operator) ? value.operands.flatMap(choicesOf) : [value]
}

/** The call, or a function of the project that it runs, returns a transaction that has just been opened. */
function makesHandle(types: Inference, file: FileFacts, call: Call, left: number): boolean {
  if (left === 0 || call.arguments.some(({ value }) => value.kind === 'function')) return false
  const callee = types.typeOf(call.callee, callSite(file, call))
  if (callee.kind === 'function') {
    return functionOf(callee.ref).exits.some(({ value }) => {
      const inner = value?.kind === 'call' ? callee.ref.file.calls[value.call] : undefined
      return inner !== undefined && makesHandle(types, callee.ref.file, inner, left - 1)
    })
  }
  if (callee.kind === 'external') return returnsHandle(callee.name) && /\.(transaction|startUnmanagedTransaction|startTransaction(\(\)\.execute)?)$/.test(callee.name)
  return callee.kind === 'unknown' && call.callee.kind === 'member' && handleMethods.has(call.callee.name)
}
