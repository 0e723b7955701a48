import { endlessRetries, endlessStops, otherRetryConditions, retryPackages, type EndlessRetry } from '../../frameworks/retry-libraries.ts'
import { languageOf } from '../../languages/source-language.ts'
import type { Argument, Call, FileFacts } from '../../model/file-facts.ts'
import type { Span } from '../../model/source.ts'
import type { RetryPolicy } from '../../model/task.ts'
import { callsNamed } from '../facts/called-names.ts'
import { constantOf } from '../inference/constants.ts'
import { decoratorCallee } from '../tasks/decorations.ts'
import { pathsMentioningAny } from '../files/mention-index.ts'
import type { Inference } from '../inference/inference.ts'
import { callSite } from '../facts/site.ts'
import type { TaskWork } from '../tasks/task-work.ts'
import { rawText, textOf } from '../files/text-of.ts'

/** Decorators and loops of retry packages that are given no end, on work that a task does. */
export function libraryRetries(types: Inference, work: TaskWork): readonly RetryPolicy[] {
  const { workspace } = types
  if (workspace.mentioning('.retry_with').length > 0) return []
  return pathsMentioningAny(workspace, retryPackages).flatMap((path) => {
    const file = languageOf(path) === 'python' ? workspace.facts(path) : null
    const isUser = file?.imports.some(({ module }) => retryPackages.includes(module.split('.')[0] ?? '')) ?? false
    return file === null || !isUser ? [] : [...decorators(types, work, file), ...instances(types, work, file)]
  })
}

function decorators(types: Inference, work: TaskWork, file: FileFacts): readonly RetryPolicy[] {
  return file.functions.flatMap((facts, index) =>
    facts.decorators.flatMap((decorator) => {
      const { call, callee } = decoratorCallee(types, { file, index }, decorator)
      const library = callee.kind === 'external' ? endlessRetries.get(callee.name) : undefined
      if (library === undefined || !isEndless(types, file, call, library) || !work.runsWithoutLimit({ file, index })) return []
      return [policy(types, file, facts.name, { start: decorator.span.start, end: decorator.expression.span.end })]
    }),
  )
}

/** `for attempt in Retrying(…):`, `Retrying(…)(work)` */
function instances(types: Inference, work: TaskWork, file: FileFacts): readonly RetryPolicy[] {
  return ['Retrying', 'AsyncRetrying'].flatMap((name) =>
    callsNamed(file, name).flatMap((call) => {
      const callee = types.typeOf(call.callee, callSite(file, call))
      const library = callee.kind === 'external' ? endlessRetries.get(callee.name) : undefined
      if (library === undefined || !isEndless(types, file, call, library) || !work.runsWithoutLimit({ file, index: call.function })) return []
      return [policy(types, file, file.functions[call.function]?.name ?? name, call.span)]
    }),
  )
}

function policy(types: Inference, file: FileFacts, subject: string, span: Span): RetryPolicy {
  return { kind: 'decorator', subject, file: file.path, span, cap: 'unlimited', text: textOf(types.workspace, file, span) }
}

/** Given no end, or one that is none; what cannot be told counts as an end. */
function isEndless(types: Inference, file: FileFacts, call: Call | null, { ends, position }: EndlessRetry): boolean {
  if (call === null) return true
  if (call.arguments.some(({ spread }) => spread !== null)) return false
  if (otherRetryConditions.test(rawText(types.workspace, file, call.span))) return false
  const given = call.arguments.filter(({ name }, index) => (name === null ? index === position : ends.has(name)))
  return given.every((argument) => setsNoEnd(types, file, call, argument))
}

function setsNoEnd(types: Inference, file: FileFacts, call: Call, { value }: Argument): boolean {
  const site = callSite(file, call)
  const type = types.typeOf(value, site)
  if (type.kind === 'external') return endlessStops.has(type.name)
  const constant = constantOf(types, value, site)
  return constant.state === 'known' && (constant.value === null || constant.value === -1)
}
