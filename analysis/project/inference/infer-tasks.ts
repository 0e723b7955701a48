import {
  afterCommitMethods, canvasFunctions, groupMethods, methodOfUnseenTask, registeringMethods, resultFunctions, sendMethods, signatureMethods,
  signatureRefinements, taskBase,
} from '../../frameworks/celery.ts'
import { enqueueOptionsMethod } from '../../frameworks/django-tasks.ts'
import { findMethod } from './class-family.ts'
import type { Inference } from './inference.ts'
import { instanceOf } from './infer-instances.ts'
import { unknownType, type ClassRef, type FunctionRef, type Type } from './type.ts'

type SignatureMember = Extract<Type, { kind: 'signature-member' }>

/** The value of calling a method of a task. `of`: the function that does the work, where it is known. */
export function taskMethodResult(of: FunctionRef | null, name: string): Type {
  if (signatureMethods.has(name)) return { kind: 'signature', of, isGroup: false, isWorkflow: false }
  if (groupMethods.has(name)) return { kind: 'signature', of: null, isGroup: true, isWorkflow: true }
  if (sendMethods.has(name)) return { kind: 'task-result', isGroup: false }
  if (afterCommitMethods.has(name)) return { kind: 'literal', value: null }
  return of !== null && name === enqueueOptionsMethod ? { kind: 'function', ref: of, receiver: null } : unknownType
}

/** The value of calling a method of a signature. */
export function signatureMethodResult({ name, of, isGroup, isWorkflow }: SignatureMember): Type {
  if (sendMethods.has(name)) return { kind: 'task-result', isGroup }
  return signatureRefinements.has(name) ? { kind: 'signature', of, isGroup, isWorkflow } : unknownType
}

/** The value of a call of something of Celery's, or of a task out of sight. `null`: the name is neither. */
export function taskingResult(types: Inference, name: string, given: () => Type): Type | null {
  const unseen = methodOfUnseenTask(name)
  if (unseen !== null) return taskMethodResult(null, unseen)
  if (canvasFunctions.has(name)) {
    const isSingle = /\.(signature|subtask)$/.test(name)
    return { kind: 'signature', of: null, isGroup: name === 'celery.group', isWorkflow: !isSingle }
  }
  if (resultFunctions.has(name)) return { kind: 'task-result', isGroup: name === 'celery.result.GroupResult' }
  if (!registeringMethods.has(name)) return null
  const task = given()
  return task.kind === 'class' ? instanceOf(types, task) : task
}

/** A method by which an instance of a task class is sent or described. `null`: the class is none, or has its own method. */
export function classTaskMember(types: Inference, ref: ClassRef, name: string): Type | null {
  const isSending = [sendMethods, afterCommitMethods, signatureMethods, groupMethods].some((names) => names.has(name))
  if (!isSending) return null
  const family = types.family(ref)
  const run = family.externals.has(taskBase) ? findMethod(family, 'run') : null
  return run === null ? null : { kind: 'function-member', ref: run, name }
}
