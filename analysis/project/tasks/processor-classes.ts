import { bull } from '../../frameworks/bull.ts'
import { bullmq } from '../../frameworks/bullmq.ts'
import { hostMethod, processDecorators, processorDecorators, workerHost } from '../../frameworks/nest-bullmq.ts'
import type { Expression } from '../../model/expression.ts'
import type { Decorator, FileFacts } from '../../model/file-facts.ts'
import type { Value } from '../../model/value.ts'
import { recordEntry } from '../facts/record-entry.ts'
import type { Site } from '../facts/site.ts'
import { findMethod } from '../inference/class-family.ts'
import type { Inference } from '../inference/inference.ts'
import { classOf, functionOf, type ClassRef, type FunctionRef } from '../inference/type.ts'
import { decoratorCallee } from './decorations.ts'
import { constantName, queueTask } from './queue-tasks.ts'
import type { Task } from './task-table.ts'

/** The methods of a file's processor classes (NestJS) that do the work of a queue. */
export function processorTasksIn(types: Inference, file: FileFacts): readonly Task[] {
  return file.classes.flatMap((facts, index) => {
    const queue = facts.decorators.length === 0 ? null : queueOfProcessor(types, { file, index })
    return queue === null ? [] : handlersOf(types, { file, index }).map(({ ref, framework }) => queueTask(framework, ref, queue, null))
  })
}

/** `null`: the class is no processor. */
function queueOfProcessor(types: Inference, ref: ClassRef): Value<string> | null {
  const { decorators, function: owner, span } = classOf(ref)
  const site = { file: ref.file, function: owner, at: span.start }
  const decorator = decorators.find(({ expression }) => isOf(types, expression, site, processorDecorators))
  return decorator === undefined ? null : nameIn(types, decorator, site)
}

function isOf(types: Inference, expression: Expression, site: Site, names: ReadonlySet<string>): boolean {
  const type = types.typeOf(expression, site)
  return type.kind === 'external' && names.has(type.name)
}

/** `@Processor('mail')`, `@Processor({ name: 'mail' })` */
function nameIn(types: Inference, { expression }: Decorator, site: Site): Value<string> {
  const call = expression.kind === 'call' ? site.file.calls[expression.call] : undefined
  const given = call?.arguments[0]?.value
  return constantName(types, given?.kind === 'record' ? (recordEntry(given, 'name') ?? undefined) : given, site)
}

function handlersOf(types: Inference, ref: ClassRef): readonly { readonly ref: FunctionRef; readonly framework: string }[] {
  const family = types.family(ref)
  const host = family.externals.has(workerHost) ? findMethod(family, hostMethod) : null
  if (host !== null) return [{ ref: host, framework: bullmq }]
  return Object.values(classOf(ref).methods).flatMap((index) => {
    const method = { file: ref.file, index }
    const isHandler = functionOf(method).decorators.some((decorator) => {
      const { call, callee } = decoratorCallee(types, method, decorator)
      return callee.kind === 'external' && processDecorators.has(call === null ? callee.name : `${callee.name}()`)
    })
    return isHandler ? [{ ref: method, framework: bull }] : []
  })
}
