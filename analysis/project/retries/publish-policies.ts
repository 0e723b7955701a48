import { publishPolicySettings } from '../../frameworks/celery.ts'
import type { Expression } from '../../model/expression.ts'
import type { Argument, FileFacts } from '../../model/file-facts.ts'
import type { Span } from '../../model/source.ts'
import type { RetryPolicy } from '../../model/task.ts'
import { constantOf } from '../inference/constants.ts'
import type { DispatchCall } from '../dispatches/dispatches.ts'
import { pathsMentioningAny } from '../files/mention-index.ts'
import type { Inference } from '../inference/inference.ts'
import { callSite, type Site } from '../facts/site.ts'
import { textOf } from '../files/text-of.ts'
import { writtenValue } from '../inference/written-value.ts'

/** Policies by which the sending of a message is tried for ever: `retry_policy={"max_retries": None}`, and the setting for all. */
export function publishPolicies(types: Inference, made: readonly DispatchCall[]): readonly RetryPolicy[] {
  return [...made.flatMap((each) => policyOfDispatch(types, each)), ...settingPolicies(types)]
}

function policyOfDispatch(types: Inference, { call, dispatch, file }: DispatchCall): readonly RetryPolicy[] {
  const option = call.arguments.find(({ name }) => name === 'retry_policy')
  const site = callSite(file, call)
  if (option === undefined || isSwitchedOff(types, call.arguments, site)) return []
  return endlessPolicy(types, dispatch.text, option.value, site, option.span)
}

/** `retry=False`, or a value that is not known. */
function isSwitchedOff(types: Inference, given: readonly Argument[], site: Site): boolean {
  const option = given.find(({ name }) => name === 'retry')
  if (option === undefined) return false
  const constant = constantOf(types, option.value, site)
  return constant.state !== 'known' || constant.value !== true
}

function settingPolicies(types: Inference): readonly RetryPolicy[] {
  const { workspace } = types
  return pathsMentioningAny(workspace, publishPolicySettings).flatMap((path) => {
    const file = workspace.facts(path)
    return file === null ? [] : [...assigned(types, file), ...passed(types, file)]
  })
}

/** `CELERY_TASK_PUBLISH_RETRY_POLICY = …`, `app.conf.task_publish_retry_policy = …` */
function assigned(types: Inference, file: FileFacts): readonly RetryPolicy[] {
  return file.functions.flatMap(({ bindings }, index) =>
    bindings.flatMap(({ target, targetSpan, value, via, span }) => {
      const name = publishPolicySettings.find((setting) => target === setting || target.endsWith(`.${setting}`) || target.endsWith(`["${setting}"]`))
      if (name === undefined || value === null || via !== 'assign') return []
      return endlessPolicy(types, name, value, { file, function: index, at: span.start }, targetSpan)
    }),
  )
}

/** `app.conf.update(task_publish_retry_policy=…)` */
function passed(types: Inference, file: FileFacts): readonly RetryPolicy[] {
  return file.calls.flatMap((call) =>
    call.arguments.flatMap(({ name, value, span }) => {
      if (name === null || !publishPolicySettings.includes(name)) return []
      return endlessPolicy(types, name, value, callSite(file, call), span)
    }),
  )
}

/** @param fallback where the finding stands if the policy is written somewhere else. */
function endlessPolicy(types: Inference, subject: string, value: Expression, site: Site, fallback: Span): readonly RetryPolicy[] {
  const written = writtenValue(types, value, site)
  if (written?.expression.kind !== 'record') return []
  const { entries } = written.expression
  const entry = entries.find(({ key }) => key?.kind === 'literal' && key.value === 'max_retries')
  if (entry?.key === undefined || entry.key === null || entries.some(({ key }) => key === null)) return []
  const constant = constantOf(types, entry.value, written.site)
  if (constant.state !== 'known' || constant.value !== null) return []
  const span = written.expression === value ? entry.key.span : fallback
  const whole = { start: entry.key.span.start, end: entry.value.span.end }
  return [{ kind: 'dispatch', subject, file: site.file.path, span, cap: 'unlimited', text: textOf(types.workspace, written.site.file, whole) }]
}
