import { creators, firstSavers } from '../../frameworks/django-signals.ts'
import type { Call } from '../../model/file-facts.ts'
import { calledName } from '../facts/called-names.ts'
import { evaluate, type Frame } from './evaluate.ts'
import { bind, passedBy } from './given-arguments.ts'
import { rowAt } from './handed-rows.ts'
import type { Inference } from '../inference/inference.ts'
import { constant, unknownValue, type Given, type Known } from './known-value.ts'
import { madeModel } from './made-rows.ts'
import { callSite, dottedName } from '../facts/site.ts'
import type { FunctionRef } from '../inference/type.ts'

/** What a receiver of Django's signals hears when `call` saves a row; `null`: the admin saves it. */
export function givenBySave(types: Inference, call: Call | null, ref: FunctionRef, frame: Frame | null): Given {
  const named = new Map<string, Known>([['raw', constant(false)], ['update_fields', constant(null)]])
  if (call !== null && frame !== null) {
    const method = calledName(frame.file, call) ?? ''
    named.set('instance', savedRow(types, call, method, frame))
    if (creators.has(method) || isFirstSave(types, call, frame)) named.set('created', constant(true))
    if (!creators.has(method)) named.set('update_fields', fieldsOf(types, call, method, frame))
  }
  return bind(ref, { positional: [], named, isPositionalOpen: true, isNamedOpen: true })
}

/** `update_or_create` names the fields of an update where it can; the row that it makes is saved whole. */
function fieldsOf(types: Inference, call: Call, method: string, frame: Frame): Known {
  const { named, isNamedOpen } = passedBy(types, call, frame)
  const given = named.get('update_fields')
  if (given !== undefined) return given
  if (method !== 'save') return named.get('defaults')?.kind === 'record' ? unknownValue : constant(null)
  return isNamedOpen ? unknownValue : constant(null)
}

function savedRow(types: Inference, call: Call, method: string, frame: Frame): Known {
  if (method === 'create') return evaluate(types, { kind: 'call', call: frame.file.calls.indexOf(call), span: call.span }, frame)
  if (method === 'save') return call.callee.kind === 'member' ? rowAt(types, call.callee.object, frame) : unknownValue
  return foundOrMadeRow(types, call, method, frame)
}

/** `Order.objects.get_or_create(email=email, defaults={…})` saves a row only where it makes one. */
function foundOrMadeRow(types: Inference, call: Call, method: string, frame: Frame): Known {
  const { named, isNamedOpen, positional } = passedBy(types, call, frame)
  const defaults = named.get('defaults') ?? noDefaults
  const attributes = new Map([...named].filter(([name]) => name !== 'defaults' && !name.includes('__')))
  if (defaults.kind === 'record') for (const [name, value] of defaults.entries) attributes.set(name, value)
  const isWhole = defaults.kind === 'record' && defaults.isWhole && !isNamedOpen && positional.length === 0
  const owner = call.callee.kind === 'member' ? types.typeOf(call.callee.object, callSite(frame.file, call)) : null
  const model = owner?.kind === 'manager' || owner?.kind === 'query-set' ? (owner.of?.ref ?? null) : null
  return { kind: 'row', attributes, fresh: isWhole && creators.has(method) ? model : null }
}

const noDefaults: Known = { kind: 'record', entries: new Map(), isWhole: true }

/** `order = Order(…)` … `order.save()`, for the first time. */
function isFirstSave(types: Inference, call: Call, frame: Frame): boolean {
  if (calledName(frame.file, call) !== 'save' || call.callee.kind !== 'member') return false
  const path = dottedName(call.callee.object)
  const binding = frame.file.functions[frame.function]?.bindings.filter(({ target, span }) => target === path && span.end <= call.span.start).at(-1)
  const made = binding?.via === 'assign' && binding.value?.kind === 'call' ? frame.file.calls[binding.value.call] : undefined
  if (binding === undefined || made === undefined || madeModel(types, made, frame.file) === null || calledName(frame.file, made) === 'create') return false
  if (made.arguments.some(({ name }) => name === 'pk' || name === 'id')) return false
  return !frame.file.calls.some(
    (other) =>
      other.function === frame.function && other.span.start > binding.span.end && other.span.end < call.span.start &&
      other.callee.kind === 'member' && firstSavers.has(other.callee.name) && dottedName(other.callee.object) === path,
  )
}
