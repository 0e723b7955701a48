import type { Finding } from '../../analysis/model/finding.ts'
import type { Project } from '../../analysis/model/project.ts'
import { argumentsSerialisable } from './arguments-serialisable.ts'
import { errorsHandled } from './errors-handled.ts'
import { failureConsidered } from './failure-considered.ts'
import { idempotentUnderRetries } from './idempotent-under-retries.ts'
import { monitored } from './monitored.ts'
import type { Check, CheckedTasks, LineOf, Verdict } from './verdict.ts'

/** One question that is asked of tasks before they ship, with its answer. */
export interface ChecklistItem extends Verdict {
  readonly check: string
}

const checks: readonly { readonly name: string; readonly check: Check }[] = [
  { name: 'idempotent under retries', check: idempotentUnderRetries },
  { name: 'arguments serialisable', check: argumentsSerialisable },
  { name: 'errors handled', check: errorsHandled },
  { name: 'monitoring and logging', check: monitored },
  { name: 'failure scenarios considered', check: failureConsidered },
]

/** A finding with the file it is in. */
export type PlacedFinding = Pick<Finding, 'rule' | 'span'> & { readonly file: string }

/**
 * Answers the five questions for the tasks in the files that `isReported` says yes for, and for what is sent from there. Where the
 * code does not tell, the answer is `unknown`. Empty where these files define no task.
 */
export function checkTasks(project: Project, findings: readonly PlacedFinding[], isReported: (path: string) => boolean, lineOf: LineOf): readonly ChecklistItem[] {
  const files = project.files.filter(({ path }) => isReported(path))
  const tasks = files.flatMap(({ profiles }) => profiles)
  if (tasks.length === 0) return []
  const checked: CheckedTasks = { tasks, dispatches: files.flatMap(({ dispatches }) => dispatches), monitors: project.monitors, findings, lineOf }
  return checks.map(({ name, check }) => ({ check: name, ...check(checked) }))
}
