import type { FileFacts } from '../model/file-facts.ts'
import type { Inference } from './inference.ts'
import { callSite } from './site.ts'
import type { Type } from './type.ts'

/** The classes that the project's apps make their tasks from, where they say so: `Celery(task_cls=…)`, `app.Task = …`. */
export function defaultTaskBases(types: Inference, files: readonly FileFacts[]): readonly Type[] {
  return files.flatMap((file) => [...basesFromCalls(types, file), ...basesFromAssignments(types, file)])
}

function basesFromCalls(types: Inference, file: FileFacts): readonly Type[] {
  return file.calls.flatMap((call) => {
    const option = call.arguments.find(({ name }) => name === 'task_cls')
    return option === undefined ? [] : [classNamed(types, types.typeOf(option.value, callSite(file, call)))]
  })
}

function basesFromAssignments(types: Inference, file: FileFacts): readonly Type[] {
  const assigned = file.functions.flatMap((facts, index) =>
    facts.bindings
      .filter(({ target, value }) => /(^|\.)(\w*app|celery)\.Task$/.test(target) && value !== null)
      .map((binding) => (binding.value === null ? null : types.typeOf(binding.value, { file, function: index, at: binding.span.start }))),
  )
  const inherited = file.classes.flatMap((facts, index) => {
    const isApp = types.family({ file, index }).externals.has('celery.Celery')
    const body = file.functions[facts.body]?.bindings ?? []
    const named = body.find(({ target }) => target === 'task_cls')
    if (!isApp || named?.value === undefined || named.value === null) return []
    return [classNamed(types, types.typeOf(named.value, { file, function: facts.body, at: named.span.start }))]
  })
  return [...assigned, ...inherited].filter((type) => type !== null)
}

/** A class given as `"package.module:Class"` or `"package.module.Class"`. */
function classNamed(types: Inference, type: Type): Type {
  if (type.kind !== 'literal' || typeof type.value !== 'string') return type
  const split = type.value.includes(':') ? type.value.lastIndexOf(':') : type.value.lastIndexOf('.')
  const path = types.modules.find(type.value.slice(0, split), '')
  return path === null ? { kind: 'unknown' } : types.moduleMember(path, type.value.slice(split + 1))
}
