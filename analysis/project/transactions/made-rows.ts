import type { Expression } from '../../model/expression.ts'
import type { Call, FileFacts } from '../../model/file-facts.ts'
import type { Inference } from '../inference/inference.ts'
import { constant, unknownValue, type Known } from './known-value.ts'
import { scopeNames } from '../facts/scope.ts'
import { callSite } from '../facts/site.ts'
import { classOf, type ClassRef } from '../inference/type.ts'

/** `Order(email=email)`, `Order.objects.create(email=email)`: a new row. */
export function madeRow(types: Inference, call: Call, file: FileFacts, valueOf: (expression: Expression) => Known): Known {
  const model = madeModel(types, call, file)
  if (model === null) return unknownValue
  const attributes = new Map<string, Known>()
  for (const { name, value } of call.arguments) if (name !== null) attributes.set(name, valueOf(value))
  const isWhole = call.arguments.every(({ name, spread }) => name !== null && spread === null)
  return { kind: 'row', attributes, fresh: isWhole ? model : null }
}

/** The model that a call makes a row of; `null`: none. */
export function madeModel(types: Inference, call: Call, file: FileFacts): ClassRef | null {
  const site = callSite(file, call)
  if (call.callee.kind === 'member' && call.callee.name === 'create') {
    const owner = types.typeOf(call.callee.object, site)
    return owner.kind === 'manager' || owner.kind === 'query-set' ? (owner.of?.ref ?? null) : null
  }
  const made = types.typeOf(call.callee, site)
  return made.kind === 'class' && types.family(made.ref).isEntity ? made.ref : null
}

/** An attribute of a row: as it was given, or the default of its field while the row is fresh. */
export function attributeOf(types: Inference, row: Extract<Known, { kind: 'row' }>, name: string): Known {
  return row.attributes.get(name) ?? (row.fresh === null ? unknownValue : fieldDefault(types, row.fresh, name))
}

/** `models.BooleanField(default=False)` */
function fieldDefault(types: Inference, model: ClassRef, name: string): Known {
  for (const member of types.family(model).members) {
    const local = scopeNames(member.file, classOf(member).body).definitions.get(name)
    if (local === undefined) continue
    const value = local.kind === 'variable' && local.bindings.length === 1 ? local.bindings[0]?.value : null
    const call = value?.kind === 'call' ? member.file.calls[value.call] : undefined
    const given = call?.arguments.find((argument) => argument.name === 'default')?.value
    return given?.kind === 'literal' ? constant(given.value) : unknownValue
  }
  return unknownValue
}
