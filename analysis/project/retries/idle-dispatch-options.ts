import type { RetryOptionNames } from '../../frameworks/job-calls.ts'
import { retryOptions } from '../../frameworks/queue-libraries.ts'
import type { Span } from '../../model/source.ts'
import type { IdleDispatchOption } from '../../model/task.ts'
import type { DispatchCall } from '../dispatches/dispatches.ts'
import { textOf } from '../files/text-of.ts'
import { constantOf } from '../inference/constants.ts'
import type { Inference } from '../inference/inference.ts'
import { defaultOptions } from '../queues/default-options.ts'
import { numberOf } from '../queues/option-values.ts'
import { isSameOrigin, type QueueOrigin } from '../queues/queue-origins.ts'
import type { SharedOptions } from '../queues/shared-options.ts'
import { noOptions, writtenOptions, type WrittenOption, type WrittenOptions } from '../queues/written-options.ts'
import { isAtLeast } from '../versions/version-ranges.ts'

type Versions = Readonly<Record<string, string>>

/** Options about retries that do nothing wherever they are given, or do harm: to dispatches, and to all dispatches to a queue. */
export function idleDispatchOptions(types: Inference, made: readonly DispatchCall[], shared: readonly SharedOptions[], versions: Versions): readonly IdleDispatchOption[] {
  const verdicts = [...made.flatMap((each) => verdictsOnJobs(types, each, versions)), ...shared.flatMap((each) => verdictsOnShared(types, made, each, versions))]
  const byPlace = new Map<string, Verdict>()
  for (const verdict of verdicts) {
    const key = `${verdict.option.site.file.path}:${String(verdict.option.nameSpan.start)}`
    if (byPlace.get(key)?.reason !== null) byPlace.set(key, verdict)
  }
  return [...byPlace.values()].flatMap(({ option: { name, nameSpan, site }, reason }) => (reason === null ? [] : [{ name, nameSpan, file: site.file.path, ...reason }]))
}

/** Why an option does nothing; `null`: where it is given this time, it does something, or nobody can tell. */
interface Verdict {
  readonly option: WrittenOption
  readonly reason: Reason | null
}

function verdictsOnJobs(types: Inference, { dispatch, queueing }: DispatchCall, versions: Versions): readonly Verdict[] {
  const names = namesFor(dispatch.framework, versions)
  if (names === null || queueing === null) return []
  const { jobs, form, origin } = queueing
  return jobs.flatMap(({ options, site, isInSight }) => {
    const own = writtenOptions(types, options, site)
    const refused = form.isUnchecked ? [] : refusedOptions(types, names, own, versions)
    const dependents = dependentsOf(types, names, own)
    if (dependents.length === 0) return refused
    const defaults = form.hasNoDefaults ? noOptions : origin === null ? null : defaultOptions(types, origin)
    const reason = isInSight ? noRetryIn(types, names, own, defaults) : null
    return [...refused, ...dependents.map((option) => ({ option, reason }))]
  })
}

/** The jobs of a queue may say themselves how often they are tried: only where all are in sight and none does, the options are idle. */
function verdictsOnShared(types: Inference, made: readonly DispatchCall[], { framework, options, queue }: SharedOptions, versions: Versions): readonly Verdict[] {
  const names = namesFor(framework, versions)
  if (names === null) return []
  const refused = refusedOptions(types, names, options, versions)
  const dependents = dependentsOf(types, names, options)
  const reason = dependents.length === 0 ? null : noRetryIn(types, names, options, noOptions)
  const isIdle = reason !== null && queue !== null && isNeverRetried(types, names, made, framework, queue)
  return [...refused, ...dependents.map((option) => ({ option, reason: isIdle ? reason : null }))]
}

function isNeverRetried(types: Inference, names: RetryOptionNames, made: readonly DispatchCall[], framework: string, queue: NonNullable<SharedOptions['queue']>): boolean {
  const sent = made.filter(({ dispatch, queueing }) => dispatch.framework === framework && queueing !== null)
  const users = sent.filter(({ dispatch, queueing }) => usesQueue(dispatch.queue, queueing?.origin ?? null, queue))
  const strangers = sent.filter((each) => mayUse(each, queue.kind === 'named'))
  return users.length > 0 && ![...users, ...strangers].some((each) => mayRetry(types, names, each))
}

function usesQueue(name: string | null, origin: QueueOrigin | null, queue: NonNullable<SharedOptions['queue']>): boolean {
  return queue.kind === 'named' ? name === queue.name : origin !== null && isSameOrigin(origin, queue)
}

/** It cannot be told which queue it goes to. */
function mayUse({ dispatch, queueing }: DispatchCall, isByName: boolean): boolean {
  return isByName ? dispatch.queue === null : queueing?.origin === null && queueing.form.hasNoDefaults !== true
}

function mayRetry(types: Inference, names: RetryOptionNames, { queueing }: DispatchCall): boolean {
  return (queueing?.jobs ?? []).some(({ options, site, isInSight }) => {
    const own = writtenOptions(types, options, site)
    const cap = own.all.get(names.cap)
    return !isInSight || !own.isComplete || (cap !== undefined && noRetryIn(types, names, own, null) === null)
  })
}

/** What the library says about retries, as far as the installed version is one that it is true of. */
function namesFor(framework: string, versions: Versions): RetryOptionNames | null {
  const names = retryOptions.get(framework)
  return names === undefined || isOlder(versions[framework], names.since) ? null : names
}

function isOlder(installed: string | undefined, since: string | undefined): boolean {
  return installed !== undefined && since !== undefined && !isAtLeast(installed, since)
}

type Reason = Pick<IdleDispatchOption, 'needs' | 'disabledBy' | 'isRefused'>

/** Why there is no second try; `null`: there may be one. @param defaults `null`: out of sight. */
function noRetryIn(types: Inference, names: RetryOptionNames, own: WrittenOptions, defaults: WrittenOptions | null): Reason | null {
  const cap = own.all.get(names.cap)
  if (cap !== undefined) return isNoRetry(types, names, cap) ? { needs: names.cap, disabledBy: textOf(types.workspace, cap.site.file, wholeSpan(cap)) } : null
  if (!names.needsCap || !own.isComplete || defaults === null || !defaults.isComplete) return null
  const inherited = defaults.all.get(names.cap)
  return inherited === undefined || isNoRetry(types, names, inherited) ? { needs: names.cap } : null
}

function isNoRetry(types: Inference, { noRetry }: RetryOptionNames, { value, site }: WrittenOption): boolean {
  const cap = numberOf(types, value, site)
  return cap !== null && cap <= noRetry
}

/** Options that are switched off ask for nothing. */
function dependentsOf(types: Inference, { dependents }: RetryOptionNames, { all }: WrittenOptions): readonly WrittenOption[] {
  return [...all.values()].filter((option) => dependents.includes(option.name) && !isOff(types, option))
}

function isOff(types: Inference, { value, site }: WrittenOption): boolean {
  if (value.kind === 'name' && value.name === 'undefined') return true
  const constant = constantOf(types, value, site)
  return constant.state === 'known' && (constant.value === null || constant.value === false || constant.value === 0)
}

function refusedOptions(types: Inference, { refused }: RetryOptionNames, { all, isComplete }: WrittenOptions, versions: Versions): readonly Verdict[] {
  const option = refused === undefined ? undefined : all.get(refused.name)
  if (refused === undefined || option === undefined || isOff(types, option) || isOlder(versions['pg-boss'], refused.since)) return []
  const needed = all.get(refused.needs)
  if (needed === undefined ? !isComplete : !isOff(types, needed)) return []
  return [{ option, reason: { needs: `${refused.needs}: true`, isRefused: true } }]
}

function wholeSpan({ nameSpan, value }: WrittenOption): Span {
  return { start: nameSpan.start, end: value.span.end }
}
