import { taskBase } from '../frameworks/celery.ts'
import type { Argument } from '../model/file-facts.ts'
import type { Inference } from './inference.ts'
import type { Decoration } from './task-table.ts'
import { rawText } from './text-of.ts'
import { classOf, functionOf, type ClassRef, type FunctionRef, type Type } from './type.ts'

/** The classes a task is made from: its own `base=`, else those that the project gives its apps. Empty: the framework's. */
export function taskBases(types: Inference, ref: FunctionRef, options: readonly Argument[], defaults: readonly Type[]): readonly Type[] {
  const base = options.find(({ name }) => name === 'base')
  if (base === undefined) return defaults
  return [types.typeOf(base.value, { file: ref.file, function: functionOf(ref).parent ?? 0, at: base.span.start })]
}

/** Nothing about the base is out of sight, and it neither retries nor changes how a task is sent. */
export function isInertBase(types: Inference, base: Type): boolean {
  if (base.kind === 'external') return base.name === taskBase
  if (base.kind !== 'class') return false
  const family = types.family(base.ref)
  if (family.hasUnknownBase || [...family.externals].some((name) => name !== taskBase)) return false
  return family.members.every((member) => !/retry/.test(rawText(types.workspace, member.file, classOf(member).span)))
}

/** Sends of a task wait for the commit though they don't say so; also where the base cannot be seen. */
export function defersToCommit(types: Inference, bases: readonly Type[], decoration: Decoration): boolean {
  if (decoration.wrapper !== null && mentionsCommit(types, decoration.wrapper)) return true
  return bases.some((base) => {
    if (base.kind === 'external') return /commit|transaction/i.test(base.name)
    if (base.kind !== 'class') return true
    return types.family(base.ref).members.some((member) => overridesSend(member) && classMentionsCommit(types, member))
  })
}

export function overridesSend(ref: ClassRef): boolean {
  return ['delay', 'apply_async'].some((name) => Object.hasOwn(classOf(ref).methods, name))
}

function classMentionsCommit(types: Inference, ref: ClassRef): boolean {
  return /on_?commit/i.test(rawText(types.workspace, ref.file, classOf(ref).span))
}

function mentionsCommit(types: Inference, ref: FunctionRef): boolean {
  return /on_?commit/i.test(rawText(types.workspace, ref.file, functionOf(ref).span))
}
