import { countOf, failureBy, listTasks, type CheckedTasks, type Verdict } from './verdict.ts'

/** Arguments are shown by every monitor and written to logs. */
const rules: ReadonlySet<string> = new Set(['secret-argument'])

/** Somebody learns of a failure, and the logs say what happened. */
export function monitored(checked: CheckedTasks): Verdict {
  const failure = failureBy(rules, checked)
  if (failure !== null) return { verdict: 'fail', reason: `logs and monitors would show secrets, ${failure.reason}` }
  const { tasks, monitors, lineOf } = checked
  const silent = tasks.filter(({ work }) => !work.logs)
  const [monitor] = monitors
  const seen = monitor === undefined ? 'nothing is seen that reports a failure' : `${monitor.name} is seen (${monitor.file})`
  if (silent.length > 0) return { verdict: 'unknown', reason: `${seen}; no log in the body of ${countOf(silent, tasks, 'task')}: ${listTasks(silent, lineOf)}` }
  return { verdict: monitor === undefined ? 'unknown' : 'pass', reason: `${seen}; ${countOf(tasks, tasks, 'task')} ${tasks.length === 1 ? 'logs' : 'log'}` }
}
