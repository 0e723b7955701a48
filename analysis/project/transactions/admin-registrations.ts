import type { FileFacts } from '../../model/file-facts.ts'
import type { Span } from '../../model/source.ts'
import type { CallGraph } from '../inference/call-graph.ts'
import { calledName } from '../facts/called-names.ts'
import { findMethod } from '../inference/class-family.ts'
import type { Inference } from '../inference/inference.ts'
import { callSite } from '../facts/site.ts'
import type { Opener } from './opener.ts'
import { classOf, functionOf, sameRef, type ClassRef, type FunctionRef, type Type } from '../inference/type.ts'

/** Where the admin is told to edit the rows of a model; it saves and deletes them inside a transaction. */
export function adminOf(types: Inference, graph: CallGraph, model: ClassRef): Opener | null {
  for (const file of graph.filesMentioning(['admin', 'register', classOf(model).name], [])) {
    const span = calledRegistration(types, file, model) ?? decoratedRegistration(types, file, model)
    if (span !== null) return { text: 'the admin', location: { file: file.path, span }, isDefault: true }
  }
  return null
}

/** `admin.site.register(Product)`, `admin.site.register(Product, ProductAdmin)` */
function calledRegistration(types: Inference, file: FileFacts, model: ClassRef): Span | null {
  for (const call of file.calls) {
    if (calledName(file, call) !== 'register') continue
    const callee = types.typeOf(call.callee, callSite(file, call))
    if (callee.kind !== 'external' || callee.name !== 'django.contrib.admin.site.register') continue
    const [first, second] = call.arguments.map(({ value }) => types.typeOf(value, callSite(file, call)))
    if (isModel(first, model) && mayEdit(types, second)) return call.span
  }
  return null
}

/** `@admin.register(Product)` above the admin class. */
function decoratedRegistration(types: Inference, file: FileFacts, model: ClassRef): Span | null {
  for (const [index, facts] of file.classes.entries()) {
    for (const { expression, span } of facts.decorators) {
      const call = expression.kind === 'call' ? file.calls[expression.call] : undefined
      if (call === undefined) continue
      const callee = types.typeOf(call.callee, callSite(file, call))
      if (callee.kind !== 'external' || callee.name !== 'django.contrib.admin.register') continue
      const isRegistered = call.arguments.some(({ value }) => isModel(types.typeOf(value, callSite(file, call)), model))
      if (isRegistered && mayEdit(types, { kind: 'class', ref: { file, index } })) return span
    }
  }
  return null
}

function isModel(type: Type | undefined, model: ClassRef): boolean {
  return type?.kind === 'class' && sameRef(type.ref, model)
}

/** The admin class neither forbids editing nor saves in its own way. */
function mayEdit(types: Inference, admin: Type | undefined): boolean {
  if (admin === undefined) return true
  if (admin.kind !== 'class') return false
  const family = types.family(admin.ref)
  return restrictions.every((name) => findMethod(family, name) === null) && savers.every((name) => keepsSaving(findMethod(family, name)))
}

const restrictions = ['has_change_permission', 'has_add_permission', 'has_delete_permission', 'changeform_view']
const savers = ['save_model', 'delete_model']

/** A method of the admin's that the class has replaced still saves or deletes the row: `obj.save()`, `super().save_model(…)`. */
function keepsSaving(method: FunctionRef | null): boolean {
  if (method === null) return true
  const { name, parameters } = functionOf(method)
  const row = parameters[2]?.name
  return method.file.calls.some(({ function: index, block, callee }) => {
    if (index !== method.index || block !== null || callee.kind !== 'member') return false
    return callee.name === name || (callee.name === name.replace('_model', '') && callee.object.kind === 'name' && callee.object.name === row)
  })
}
