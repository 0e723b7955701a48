import type { Type } from '../../analysis/project/inference/type.ts'
import { classOf, functionOf } from '../../analysis/project/inference/type.ts'
import { startInference } from '../../analysis/project/inference/infer.ts'
import { memoryWorkspace } from '../../analysis/project/files/memory-workspace.ts'

/**
 * What is known of the arguments of `show(…)`, in the order of the text.
 * @param files text by path. @param path the file that shows something.
 * @throws Error where the file shows nothing.
 */
export function shownTypes(files: Readonly<Record<string, string>>, path: string): readonly string[] {
  const types = startInference(memoryWorkspace(new Map(Object.entries(files))))
  const file = types.workspace.facts(path)
  const calls = file?.calls.filter(({ callee }) => callee.kind === 'name' && callee.name === 'show') ?? []
  if (file === null || calls.length === 0) throw new Error(`${path} shows nothing.`)
  return calls.flatMap((call) =>
    call.arguments.map(({ value }) => describeType(types.typeOf(value, { file, function: call.function, at: value.span.start }))),
  )
}

/** A type in words: `query set of Order`, `class Order`, `celery.shared_task`. */
function describeType(type: Type): string {
  switch (type.kind) {
    case 'module':
      return `module ${type.path}`
    case 'function':
      return `function ${functionOf(type.ref).name}`
    case 'function-member':
      return `${functionOf(type.ref).name}.${type.name}`
    case 'class':
    case 'instance':
    case 'super':
      return `${type.kind} ${classOf(type.ref).name}`
    case 'external':
      return type.name
    case 'entity':
      return `entity ${type.name ?? '?'}`
    case 'query-set':
      return `${type.rows ? 'rows' : 'query set'} of ${type.of?.name ?? '?'}`
    case 'manager':
      return `manager of ${type.of?.name ?? '?'}`
    case 'selection':
      return `${type.tuples ? 'tuples' : 'selection'} of ${type.of?.name ?? '?'}`
    case 'collection':
      return `collection of ${describeType(type.item)}`
    case 'mapping':
      return `map of ${describeType(type.value)}`
    case 'repository':
      return `${type.isQuery ? 'query' : 'repository'} of ${type.of?.name ?? '?'}`
    case 'alias':
      return `alias of ${describeType(type.of)}`
    case 'tuple':
      return `(${type.items.map(describeType).join(', ')})`
    case 'literal':
      return JSON.stringify(type.value)
    case 'signature':
      return `${type.isGroup ? 'group' : type.isWorkflow ? 'workflow' : 'signature'} of ${type.of === null ? '?' : functionOf(type.of).name}`
    default:
      return type.kind
  }
}
