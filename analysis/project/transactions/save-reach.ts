import { atomicCreators } from '../../frameworks/django-signals.ts'
import type { Call, FileFacts } from '../../model/file-facts.ts'
import { adminOf } from './admin-registrations.ts'
import type { CallGraph, CallPlace } from '../inference/call-graph.ts'
import { calledName } from '../facts/called-names.ts'
import type { Inference } from '../inference/inference.ts'
import { callSite } from '../facts/site.ts'
import { textOf } from '../files/text-of.ts'
import type { Opener } from './opener.ts'
import { classOf, functionOf, sameRef, type ClassRef, type FunctionRef } from '../inference/type.ts'

/** A place that saves a row of a model; `opener` where saving there opens a transaction by itself. */
export interface Save extends CallPlace {
  readonly opener: Opener | null
}

const savers = new Set(['save', 'create', ...atomicCreators])

/** Every call in production files that saves a row of `model`. */
export function savesOf(types: Inference, graph: CallGraph, model: ClassRef): readonly Save[] {
  return graph.filesMentioning([classOf(model).name], ['.save', '.create', ...[...atomicCreators].map((name) => `.${name}`)]).flatMap((file) =>
    file.calls.flatMap((call) => {
      const method = calledName(file, call)
      if (method === null || !savers.has(method) || !isRowOf(types, file, call, model)) return []
      return [{ file, call, opener: atomicCreators.has(method) ? openerOf(types, file, call) : null }]
    }),
  )
}

function openerOf(types: Inference, file: FileFacts, call: Call): Opener {
  return { text: textOf(types.workspace, file, call.callee.span), location: { file: file.path, span: call.span }, isDefault: true }
}

function isRowOf(types: Inference, file: FileFacts, call: Call, model: ClassRef): boolean {
  if (call.callee.kind !== 'member') return false
  const owner = types.typeOf(call.callee.object, callSite(file, call))
  const entity = owner.kind === 'manager' || owner.kind === 'query-set' ? owner.of : owner
  return entity?.kind === 'entity' && entity.ref !== null && sameRef(entity.ref, model)
}

/** The admin that edits the rows whose `save` or `delete` the function overrides. */
export function adminOverSave(types: Inference, graph: CallGraph, ref: FunctionRef): Opener | null {
  const facts = functionOf(ref)
  if (facts.class === null || (facts.name !== 'save' && facts.name !== 'delete')) return null
  const owner = { file: ref.file, index: facts.class }
  return types.family(owner).isEntity ? adminOf(types, graph, owner) : null
}
