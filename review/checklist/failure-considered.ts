import type { TaskProfile } from '../../analysis/model/task.ts'
import { countOf, failureBy, listTasks, type CheckedTasks, type Verdict } from './verdict.ts'

const rules: ReadonlySet<string> = new Set([
  'uncapped-retry', 'blocking-result', 'dispatch-before-commit', 'on-commit-called-early', 'on-commit-late-binding', 'ignored-setting', 'crontab-fires-every-minute',
])

const endless: ReadonlySet<string> = new Set(['uncapped-retry'])

/** An outage, a rollback, a task that hangs: retries end, and so does the work. */
export function failureConsidered(checked: CheckedTasks): Verdict {
  const { tasks, lineOf } = checked
  const uncapped = tasks.filter(isUncapped)
  const isFound = failureBy(endless, checked) !== null
  if (isFound && uncapped.length > 0) return { verdict: 'fail', reason: `${countOf(uncapped, tasks, 'task')} ${retry(uncapped)} without a limit: ${listTasks(uncapped, lineOf)}` }
  const failure = failureBy(rules, checked)
  if (failure !== null) return failure
  if (uncapped.length > 0) return { verdict: 'unknown', reason: `${countOf(uncapped, tasks, 'task')} ${retry(uncapped)} without a limit of ${uncapped.length === 1 ? 'its' : 'their'} own: ${listTasks(uncapped, lineOf)}` }
  const untold = tasks.filter(({ retry: { limit } }) => limit.state === 'dynamic')
  if (untold.length > 0) return { verdict: 'unknown', reason: `how often ${countOf(untold, tasks, 'task')} may be tried again cannot be told: ${listTasks(untold, lineOf)}` }
  const timeless = tasks.filter((profile) => !hasTimeLimit(profile))
  if (timeless.length > 0) return { verdict: 'unknown', reason: `no time limit seen on ${countOf(timeless, tasks, 'task')}: ${listTasks(timeless, lineOf)}` }
  return { verdict: 'pass', reason: `retries and run time of ${countOf(tasks, tasks, 'task')} are limited` }
}

function isUncapped({ retry: { by, limit } }: TaskProfile): boolean {
  return by !== null && limit.state === 'known' && limit.value === 'unlimited'
}

function retry(tasks: readonly TaskProfile[]): string {
  return tasks.length === 1 ? 'retries' : 'retry'
}

function hasTimeLimit({ limits }: TaskProfile): boolean {
  return limits.some(({ kind }) => kind === 'time' || kind === 'soft_time')
}
