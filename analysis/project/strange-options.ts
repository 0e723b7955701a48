import { dispatchOptions, strangersToDispatches, strangersToTasks, taskOptions } from '../frameworks/celery.ts'
import { extensionOptions } from '../frameworks/task-extensions.ts'
import type { Argument } from '../model/file-facts.ts'
import type { StrangeOption } from '../model/task.ts'
import type { Inference } from './inference.ts'
import { nearMiss } from './near-miss.ts'
import type { Decoration } from './task-table.ts'
import { keywordSpan } from './keyword-span.ts'
import { classOf, functionOf, type Type } from './type.ts'
import { scopeNames } from './scope.ts'

/** Options in a task's decorator that nothing will ever read. Names we have no opinion on are left alone. */
export function strangeTaskOptions(
  types: Inference,
  decoration: Decoration,
  options: readonly Argument[],
  bases: readonly Type[],
): readonly StrangeOption[] {
  const taken = new Set(decoration.wrapper === null ? [] : functionOf(decoration.wrapper).parameters.map(({ name }) => name))
  return strangers(options, taskOptions, strangersToTasks, 'a task').filter(
    ({ name }) => !taken.has(name) && !bases.some((base) => mayRead(types, base, name)),
  )
}

/** The same for the options of one dispatch call. */
export function strangeDispatchOptions(options: readonly Argument[], method: string): readonly StrangeOption[] {
  return strangers(options, dispatchOptions, strangersToDispatches, method)
}

function strangers(
  options: readonly Argument[],
  known: ReadonlySet<string>,
  wrong: ReadonlyMap<string, string | null>,
  of: string,
): readonly StrangeOption[] {
  return options.flatMap((option) => {
    const name = option.name ?? ''
    if (known.has(name) || extensionOptions.has(name)) return []
    const meant = wrong.has(name) ? (wrong.get(name) ?? null) : nearMiss(name, known)
    return meant === null && !wrong.has(name) ? [] : [{ name, nameSpan: keywordSpan(option), of, meant }]
  })
}

/** A base of the project's own may use the attribute; one that cannot be seen may use any. */
function mayRead(types: Inference, base: Type, name: string): boolean {
  if (base.kind === 'external') return base.name !== 'celery.Task'
  if (base.kind !== 'class') return true
  const family = types.family(base.ref)
  if (family.hasUnknownBase || [...family.externals].some((external) => external !== 'celery.Task')) return true
  return family.members.some(
    (member) =>
      scopeNames(member.file, classOf(member).body).definitions.has(name) ||
      (types.workspace.text(member.file.path) ?? '').slice(classOf(member).span.start, classOf(member).span.end).includes(name),
  )
}
