import { appClass } from '../../frameworks/celery.ts'
import type { FileFacts } from '../../model/file-facts.ts'
import type { Inference } from '../inference/inference.ts'
import { callSite } from '../facts/site.ts'
import type { Type } from '../inference/type.ts'

/** The classes that the project's apps make their tasks from, where they say so: `Celery(task_cls=…)`, `app.Task = …`. */
export function defaultTaskBases(types: Inference, files: readonly FileFacts[]): readonly Type[] {
  const naming = files.filter(({ path }) => types.workspace.mentions(path, 'task_cls'))
  const assigning = files.filter(({ path }) => types.workspace.mentions(path, '.Task'))
  return [
    ...naming.flatMap((file) => [...basesFromCalls(types, file), ...basesFromApps(types, file)]),
    ...assigning.flatMap((file) => basesFromAssignments(types, file)),
  ]
}

function basesFromCalls(types: Inference, file: FileFacts): readonly Type[] {
  return file.calls.flatMap((call) => {
    const option = call.arguments.find(({ name }) => name === 'task_cls')
    return option === undefined ? [] : [classNamed(types, types.typeOf(option.value, callSite(file, call)))]
  })
}

/** `task_cls = …` in the body of an app's class. */
function basesFromApps(types: Inference, file: FileFacts): readonly Type[] {
  return file.classes.flatMap(({ body }, index) => {
    const binding = file.functions[body]?.bindings.find(({ target }) => target === 'task_cls')
    if (binding === undefined || binding.value === null || !types.family({ file, index }).externals.has(appClass)) return []
    return [classNamed(types, types.typeOf(binding.value, { file, function: body, at: binding.span.start }))]
  })
}

function basesFromAssignments(types: Inference, file: FileFacts): readonly Type[] {
  return file.functions.flatMap(({ bindings }, index) =>
    bindings.flatMap(({ target, value, span }) => {
      if (value === null || !/(^|\.)(\w*app|celery)\.Task$/.test(target)) return []
      return [types.typeOf(value, { file, function: index, at: span.start })]
    }),
  )
}

/** A class given as `"package.module:Class"` or `"package.module.Class"`. */
function classNamed(types: Inference, type: Type): Type {
  if (type.kind !== 'literal' || typeof type.value !== 'string') return type
  const split = type.value.includes(':') ? type.value.lastIndexOf(':') : type.value.lastIndexOf('.')
  const path = types.modules.find(type.value.slice(0, split), '')
  return path === null ? { kind: 'unknown' } : types.moduleMember(path, type.value.slice(split + 1))
}
