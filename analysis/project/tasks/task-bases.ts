import { quietTaskBases, taskBase } from '../../frameworks/celery.ts'
import type { Inference } from '../inference/inference.ts'
import type { Decoration, GivenOptions } from './task-table.ts'
import { rawText } from '../files/text-of.ts'
import { classOf, functionOf, type ClassRef, type FunctionRef, type Type } from '../inference/type.ts'

/** The classes a task is made from: its own `base=`, else those that the project gives its apps. Empty: the framework's. */
export function taskBases(types: Inference, { all }: GivenOptions, defaults: readonly Type[]): readonly Type[] {
  const base = all.find(({ name }) => name === 'base')
  return base === undefined ? defaults : [types.typeOf(base.value, base.site)]
}

/** Every class behind the bases is the project's own, or known to leave retries alone. */
export function isBaseInSight(types: Inference, base: Type): boolean {
  if (base.kind === 'external') return base.name === taskBase
  if (base.kind !== 'class') return false
  const family = types.family(base.ref)
  return !family.hasUnknownBase && [...family.externals].every((name) => name === taskBase || quietTaskBases.has(name))
}

/** A class in sight that neither retries nor names errors to retry. */
export function isInertBase(types: Inference, base: Type): boolean {
  if (!isBaseInSight(types, base)) return false
  return classesOf(types, [base]).every((member) => !/retry/.test(rawText(types.workspace, member.file, classOf(member).span)))
}

/** The project's own classes behind the bases, nearest first. */
export function classesOf(types: Inference, bases: readonly Type[]): readonly ClassRef[] {
  return bases.flatMap((base) => (base.kind === 'class' ? types.family(base.ref).members : []))
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
