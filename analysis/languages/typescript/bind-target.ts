import type { Expression } from '../../model/expression.ts'
import type { Binding } from '../../model/file-facts.ts'
import type { Span } from '../../model/source.ts'
import { addBinding, type Reader, type Scope } from './reader.ts'
import type { Part, Target } from './targets.ts'

/** What a target is given. */
export interface Source extends Pick<Binding, 'via' | 'value' | 'type' | 'span'> {
  /** The names may be those of a function around. */
  readonly isAssignment?: true
}

/** More parts than this share a value only where it is short: the facts would grow with the product of both. */
const manyParts = 30
const shortText = 1000

/** Adds a binding for every path in the target. */
export function bindTarget(reader: Reader, scope: Scope, target: Target, source: Source): void {
  if (target.kind === 'path') bindPath(reader, scope, target, source, null)
  if (target.kind !== 'parts') return
  const { value } = source
  const isLong = target.parts.length > manyParts && value !== null && value.span.end - value.span.start > shortText
  const whole = isLong ? { ...source, value: null } : source
  for (const part of target.parts) bindPart(reader, scope, part, whole)
}

function bindPath(reader: Reader, scope: Scope, target: Extract<Target, { kind: 'path' }>, source: Source, position: number | null): void {
  const { via, value, type, span, isAssignment } = source
  const binding = addBinding(reader, scope, { target: target.path, targetSpan: target.span, via, position, value, type, span })
  if (isAssignment && target.expression.kind === 'name') reader.facts.assignments.push({ function: scope.function, binding })
}

/** Members of an object are told by expressions; items of an array by their position. */
function bindPart(reader: Reader, scope: Scope, part: Part, whole: Source): void {
  const { target, key, position } = part
  const type = key === null ? null : typeOfMember(whole.type, key)
  const member = whole.value === null ? null : withDefault(memberOf(whole.value, part), part)
  if (target.kind === 'path' && (key === null || member === null) && part.default === null) {
    bindPath(reader, scope, target, { ...whole, via: 'unpacked', type }, position)
  } else {
    bindTarget(reader, scope, target, { ...whole, via: member === null ? 'unpacked' : 'assign', value: member, type })
  }
}

function memberOf(whole: Expression, { key, position, span }: Part): Expression {
  if (key?.kind === 'literal') return { kind: 'member', object: whole, name: String(key.value), span }
  if (key !== null) return { kind: 'index', object: whole, key, span }
  return position === null ? { kind: 'unknown', span } : { kind: 'index', object: whole, key: { kind: 'literal', value: position, span: startOf(span) }, span }
}

function startOf({ start }: Span): Span {
  return { start, end: start }
}

function withDefault(value: Expression, part: Part): Expression {
  return part.default === null ? value : { kind: 'operation', operator: '??', operands: [value, part.default], span: part.span }
}

/** The part of an object type. */
function typeOfMember(type: Expression | null, key: Expression): Expression | null {
  if (type?.kind !== 'record' || key.kind !== 'literal') return null
  return type.entries.find((entry) => entry.key?.kind === 'literal' && entry.key.value === key.value)?.value ?? null
}
