import { cacheGuards, duplicateGuards, guardingArguments, uniqueTaskBases } from '../../frameworks/duplicate-work.ts'
import { loggerNames, logMethods } from '../../frameworks/monitoring.ts'
import type { Call, FileFacts } from '../../model/file-facts.ts'
import type { Span } from '../../model/source.ts'
import type { TaskWork } from '../../model/task.ts'
import { calledName } from '../facts/called-names.ts'
import { dottedName } from '../facts/site.ts'
import type { Inference } from '../inference/inference.ts'
import { classOf, functionOf } from '../inference/type.ts'
import { classesOf } from '../tasks/task-bases.ts'
import type { Task } from '../tasks/task-table.ts'

/** What the function of a task does itself against doing things twice, against errors, and for those who watch. */
export function workOf(types: Inference, task: Task): TaskWork {
  const { file } = task.handler
  const { span, nameSpan } = functionOf(task.handler)
  const body = { start: nameSpan.end, end: span.end }
  const calls = file.calls.filter((call) => isWithin(call.span, body))
  const guards = [...calls.flatMap((call) => guardIn(file, call) ?? []), ...uniqueBases(types, task)]
  return {
    guards: [...new Set(guards)],
    handlesErrors: file.blocks.some(({ kind, span: block }) => kind === 'handler' && isWithin(block, body)) || isToldOfFailure(types, task),
    logs: calls.some((call) => isLogging(call)),
  }
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end
}

function guardIn(file: FileFacts, call: Call): string | null {
  const name = calledName(file, call) ?? ''
  if (duplicateGuards.has(name)) return name
  if (cacheGuards.has(dottedName(call.callee) ?? '')) return dottedName(call.callee)
  const argument = guardingArguments.get(name)
  return argument !== undefined && call.arguments.some((each) => each.name === argument) ? `${name}(${argument})` : null
}

function uniqueBases(types: Inference, { bases }: Task): readonly string[] {
  return bases.flatMap((base) => {
    const names = base.kind === 'class' ? [...types.family(base.ref).externals] : base.kind === 'external' ? [base.name] : []
    return names.filter((name) => uniqueTaskBases.has(name)).map((name) => name.slice(name.lastIndexOf('.') + 1))
  })
}

function isToldOfFailure(types: Inference, { bases }: Task): boolean {
  return classesOf(types, bases).some((ref) => Object.hasOwn(classOf(ref).methods, 'on_failure'))
}

/** `logger.info(…)`, `self.logger.error(…)`, `console.log(…)` */
function isLogging({ callee }: Call): boolean {
  if (callee.kind !== 'member' || !logMethods.has(callee.name)) return false
  const receiver = dottedName(callee.object)
  return receiver !== null && loggerNames.test(receiver)
}
