import { endingCallOptions, endlessCallOptions, endlessCallPackages, endlessCalls } from '../../frameworks/retry-libraries.ts'
import type { Call, FileFacts } from '../../model/file-facts.ts'
import type { RetryPolicy } from '../../model/task.ts'
import { callSite } from '../facts/site.ts'
import { pathsMentioningAny } from '../files/mention-index.ts'
import { textOf } from '../files/text-of.ts'
import { constantOf } from '../inference/constants.ts'
import type { Inference } from '../inference/inference.ts'
import { numberOf } from '../queues/option-values.ts'
import { writtenOptions, type WrittenOption } from '../queues/written-options.ts'
import type { TaskWork } from '../tasks/task-work.ts'

/** `pRetry(work, { forever: true })` in the work of a task. */
export function endlessRetryCalls(types: Inference, work: TaskWork): readonly RetryPolicy[] {
  return pathsMentioningAny(types.workspace, endlessCallPackages).flatMap((path) => {
    const file = types.workspace.facts(path)
    return file === null ? [] : file.calls.flatMap((call) => policyOf(types, work, file, call))
  })
}

function policyOf(types: Inference, work: TaskWork, file: FileFacts, call: Call): readonly RetryPolicy[] {
  const given = call.callee.kind === 'name' ? call.arguments[1] : undefined
  const callee = given === undefined ? null : types.typeOf(call.callee, callSite(file, call))
  if (given === undefined || callee?.kind !== 'external' || !endlessCalls.has(callee.name)) return []
  const { all, isComplete } = writtenOptions(types, given.value, callSite(file, call))
  const option = [...all.values()].find((each) => saysForEver(types, each))
  const isEnded = !isComplete || [...all.keys()].some((name) => endingCallOptions.has(name))
  if (option === undefined || isEnded || !work.runsWithoutLimit({ file, index: call.function })) return []
  const text = textOf(types.workspace, option.site.file, { start: option.nameSpan.start, end: option.value.span.end })
  const span = option.site.file === file ? option.nameSpan : call.span
  return [{ kind: 'decorator', subject: textOf(types.workspace, file, call.callee.span), file: file.path, span, cap: 'unlimited', text }]
}

function saysForEver(types: Inference, { name, value, site }: WrittenOption): boolean {
  const wanted = endlessCallOptions.get(name)
  if (typeof wanted === 'number') return numberOf(types, value, site) === wanted
  const constant = constantOf(types, value, site)
  return wanted !== undefined && constant.state === 'known' && constant.value === wanted
}
