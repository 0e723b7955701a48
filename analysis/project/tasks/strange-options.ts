import { retryMethod, taskBase } from '../../frameworks/celery.ts'
import { dispatchOptions, hidingOptions, retryOptions, strangersToDispatches, strangersToTasks, taskOptions } from '../../frameworks/celery-options.ts'
import { extensionOptions } from '../../frameworks/task-extensions.ts'
import type { Argument } from '../../model/file-facts.ts'
import type { StrangeOption } from '../../model/task.ts'
import type { Inference } from '../inference/inference.ts'
import { keywordSpan } from '../facts/keyword-span.ts'
import { nearMiss } from '../settings/near-miss.ts'
import { usesOfTask, type TaskObject } from './task-object.ts'
import { overridesOf } from './task-overrides.ts'
import type { Decoration, Task } from './task-table.ts'
import { rawText } from '../files/text-of.ts'
import { classOf, functionOf, type Type } from '../inference/type.ts'

/** Options in a task's decorator that nothing will ever read. Names we have no opinion on are left alone. */
export function strangeTaskOptions(types: Inference, decoration: Decoration, written: readonly Argument[], task: TaskObject): readonly StrangeOption[] {
  return strangers(written, [taskOptions], strangersToTasks, 'a task').filter(
    ({ name }) => !isTakenByWrapper(types, decoration, name) && !isReadByProject(types, task, name),
  )
}

/** The project's own decorator has a parameter of that name, or takes it out of what it hands on. */
function isTakenByWrapper({ workspace }: Inference, { wrapper }: Decoration, name: string): boolean {
  return wrapper !== null && new RegExp(`\\b${name}\\b`).test(rawText(workspace, wrapper.file, functionOf(wrapper).span))
}

/** An attribute that hides a method of the task is wrong whoever reads it. */
function isReadByProject(types: Inference, task: TaskObject, name: string): boolean {
  if (task.bases.some((base) => mayRead(types, base, name))) return true
  return !hidingOptions.has(name) && usesOfTask(types, task, name).length > 0
}

/** The same for the options of one dispatch call. */
export function strangeDispatchOptions(types: Inference, task: Task | null, written: readonly Argument[], method: string): readonly StrangeOption[] {
  const known = method === retryMethod ? [dispatchOptions, retryOptions] : [dispatchOptions]
  return strangers(written, known, strangersToDispatches, method).filter(({ name }) => task === null || !isTaken(types, task, method, name))
}

/** The project's own version of the method has something to do with the name, or may have. */
function isTaken(types: Inference, task: Task, method: string, name: string): boolean {
  if (task.bases.some((base) => isOutOfSight(types, base))) return true
  const ways = [method, 'apply_async', 'apply_async_on_commit', retryMethod]
  return overridesOf(types, task, ways).some((ref) => rawText(types.workspace, ref.file, functionOf(ref).span).includes(name))
}

function strangers(
  options: readonly Argument[],
  known: readonly ReadonlySet<string>[],
  wrong: ReadonlyMap<string, string | null>,
  of: string,
): readonly StrangeOption[] {
  return options.flatMap((option) => {
    const name = option.name ?? ''
    if (known.some((names) => names.has(name)) || extensionOptions.has(name)) return []
    const meant = wrong.has(name) ? (wrong.get(name) ?? null) : slipOf(name, known)
    return meant === null && !wrong.has(name) ? [] : [{ name, nameSpan: keywordSpan(option), of, meant }]
  })
}

const shortestSlip = 6
const shortestFarSlip = 8

function slipOf(name: string, known: readonly ReadonlySet<string>[]): string | null {
  return name.length < shortestSlip ? null : nearMiss(name, known.flatMap((names) => [...names]), name.length < shortestFarSlip ? 1 : 2)
}

/** A base of the project's own may use the attribute; one that cannot be seen may use any. */
function mayRead(types: Inference, base: Type, name: string): boolean {
  if (isOutOfSight(types, base)) return true
  if (base.kind !== 'class') return false
  return types.family(base.ref).members.some((member) => rawText(types.workspace, member.file, classOf(member).span).includes(name))
}

function isOutOfSight(types: Inference, base: Type): boolean {
  if (base.kind === 'external') return base.name !== taskBase
  if (base.kind !== 'class') return true
  const family = types.family(base.ref)
  return family.hasUnknownBase || [...family.externals].some((external) => external !== taskBase)
}
