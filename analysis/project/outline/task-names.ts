import { celery } from '../../frameworks/celery.ts'
import type { Value } from '../../model/value.ts'
import type { Inference } from '../inference/inference.ts'
import { functionOf } from '../inference/type.ts'
import type { Task } from '../tasks/task-table.ts'

/**
 * The name a task's messages carry: the one it is given, else module and function. For a worker of a queue, the function that
 * does the work, with its class.
 */
export function taskName(types: Inference, task: Task): Value<string> {
  const { definition, handler } = task
  if (task.queue !== null) return { state: 'known', value: methodName(task) }
  if (definition.name.state !== 'absent') return definition.name
  if (definition.framework !== celery) return { state: 'known', value: `${moduleName(types, handler.file.path)}.${definition.handlerName}` }
  return isPlain(task) ? { state: 'known', value: `${moduleName(types, definition.file)}.${definition.handlerName}` } : { state: 'dynamic' }
}

/** No option that is out of sight may name it, and no wrapper. */
function isPlain({ options, owner, handler }: Task): boolean {
  return options.isComplete && (owner !== null || functionOf(handler).kind === 'function')
}

const unnamed = 'unnamed function'

function methodName({ definition, handler }: Task): string {
  const { class: owner, kind } = functionOf(handler)
  const owning = owner === null ? undefined : handler.file.classes[owner]
  if (definition.handlerName === '<lambda>') return unnamed
  return kind === 'method' && owning !== undefined ? `${owning.name}.${definition.handlerName}` : definition.handlerName
}

const packages = new WeakMap<readonly string[], ReadonlySet<string>>()

/** The folders that are packages. */
function packagesAmong(paths: readonly string[]): ReadonlySet<string> {
  let known = packages.get(paths)
  if (known === undefined) {
    known = new Set(paths.flatMap((path) => (path.endsWith('/__init__.py') ? [path.slice(0, -'/__init__.py'.length)] : [])))
    packages.set(paths, known)
  }
  return known
}

/** The shortest dotted name under which the module is found, down to the folder that is no package. */
function moduleName({ workspace, modules }: Inference, path: string): string {
  const segments = path.replace(/(\/__init__)?\.py$/, '').split('/')
  const known = packagesAmong(workspace.paths)
  let from = segments.length - 1
  while (from > 0 && known.has(segments.slice(0, from).join('/'))) from -= 1
  const name = segments.slice(from).join('.')
  return modules.find(name, path) === path ? name : segments.join('.')
}
