import type { RetryOptionNames } from '../../frameworks/job-calls.ts'
import { retryOptions } from '../../frameworks/queue-libraries.ts'
import type { RetryPolicy } from '../../model/task.ts'
import type { DispatchCall } from '../dispatches/dispatches.ts'
import { textOf } from '../files/text-of.ts'
import type { Inference } from '../inference/inference.ts'
import type { SharedOptions } from '../queues/shared-options.ts'
import { numberOf } from '../queues/option-values.ts'
import { writtenOptions, type WrittenOptions } from '../queues/written-options.ts'

/** A million tries a second apart take eleven days: whoever writes such a number wants no limit. */
const absurd = 1_000_000

/** Options of jobs by which they are tried for ever, each once, wherever it is written. */
export function jobPolicies(types: Inference, made: readonly DispatchCall[], shared: readonly SharedOptions[]): readonly RetryPolicy[] {
  const own = made.flatMap(({ dispatch, queueing }) =>
    (queueing?.jobs ?? []).flatMap(({ options, site }) =>
      policyOf(types, { ...dispatch, subject: dispatch.text, options: writtenOptions(types, options, site), isUnchecked: queueing?.form.isUnchecked === true }),
    ),
  )
  const ofAll = shared.flatMap((each) => policyOf(types, { ...each, isUnchecked: false }))
  return [...new Map([...own, ...ofAll].map((policy) => [`${policy.file}:${String(policy.span.start)}`, policy])).values()]
}

interface Given {
  readonly framework: string
  readonly subject: string
  readonly options: WrittenOptions
  readonly isUnchecked: boolean
}

function policyOf(types: Inference, { framework, subject, options, isUnchecked }: Given): readonly RetryPolicy[] {
  const names = retryOptions.get(framework)
  const option = names === undefined ? undefined : options.all.get(names.cap)
  const cap = option === undefined ? null : numberOf(types, option.value, option.site)
  if (names === undefined || option === undefined || cap === null || cap < absurd) return []
  const { file } = option.site
  const text = textOf(types.workspace, file, { start: option.nameSpan.start, end: option.value.span.end })
  return [{ kind: 'dispatch', subject, file: file.path, span: option.nameSpan, cap: 'unlimited', text, ...failureOf(names, cap, isUnchecked) }]
}

/** JSON has no infinity: where nobody looks, `null` is stored in its place. */
function failureOf({ greatest, beyond }: RetryOptionNames, cap: number, isUnchecked: boolean): Pick<RetryPolicy, 'failure'> {
  if (cap <= greatest) return {}
  return { failure: isUnchecked && cap === Infinity ? 'forgotten' : beyond }
}
