import type { TaskProfile } from '../../analysis/model/task.ts'
import { countOf, failureBy, listTasks, type CheckedTasks, type Verdict } from './verdict.ts'

const rules: ReadonlySet<string> = new Set(['unawaited-dispatch', 'retry-options-without-effect', 'retry-exception-as-args', 'on-commit-result-used'])

/** A failure is caught, tried again or told to somebody. */
export function errorsHandled(checked: CheckedTasks): Verdict {
  const failure = failureBy(rules, checked)
  if (failure !== null) return failure
  const { tasks, lineOf } = checked
  const bare = tasks.filter((profile) => !isHandled(profile))
  if (bare.length === 0) return { verdict: 'pass', reason: `${countOf(tasks, tasks, 'task')}: ${tasks.length === 1 ? 'it retries or catches' : 'each retries or catches'} errors` }
  return { verdict: 'unknown', reason: `${countOf(bare, tasks, 'task')} with no retry and no caught error in sight: ${listTasks(bare, lineOf)}` }
}

function isHandled({ retry, work }: TaskProfile): boolean {
  return retry.by !== null || work.handlesErrors
}
