import type { TaskProfile } from '../../analysis/model/task.ts'
import { countOf, failureBy, listTasks, type CheckedTasks, type Verdict } from './verdict.ts'

const rules: ReadonlySet<string> = new Set(['retry-exception-as-args'])

/** A second run must not do the work twice. What the work is nobody can tell from outside: only what keeps it from being doubled is seen. */
export function idempotentUnderRetries(checked: CheckedTasks): Verdict {
  const failure = failureBy(rules, checked)
  if (failure !== null) return failure
  const { tasks, lineOf } = checked
  const repeated = tasks.filter((profile) => reasonToRepeat(profile) !== null)
  if (repeated.length === 0) return { verdict: 'pass', reason: `nothing in sight runs ${countOf(tasks, tasks, 'task')} a second time: no retry, no late acknowledgement` }
  const unguarded = repeated.filter(({ work }) => work.guards.length === 0)
  const [first] = unguarded
  if (first === undefined) {
    const guards = [...new Set(repeated.flatMap(({ work }) => work.guards))]
    return { verdict: 'pass', reason: `whatever may run twice is guarded (${guards.join(', ')}): ${listTasks(repeated, lineOf)}` }
  }
  const same = unguarded.filter((profile) => reasonToRepeat(profile) === reasonToRepeat(first))
  return { verdict: 'unknown', reason: `${reasonToRepeat(first) ?? ''} on ${listTasks(same, lineOf)} and no unique key or lock seen` }
}

/** `null`: nothing in sight. */
function reasonToRepeat({ retry, acknowledgedLate }: TaskProfile): string | null {
  if (acknowledgedLate.state === 'known' && acknowledgedLate.value) return 'acks_late'
  if (retry.by !== null) return 'retries'
  if (retry.limit.state === 'dynamic') return 'perhaps retries'
  return acknowledgedLate.state === 'dynamic' ? 'a second delivery after a lost worker' : null
}
