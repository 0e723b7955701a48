import type { Schedule } from '../../model/schedule.ts'
import type { DispatchCall } from '../dispatches/dispatches.ts'
import { textOf } from '../files/text-of.ts'
import type { Inference } from '../inference/inference.ts'
import type { TaskBook } from '../tasks/task-book.ts'
import { beatEntries } from './beat-entries.ts'
import { periodicCalls, periodicRows } from './periodic-calls.ts'
import { repeatedJobs } from './repeated-jobs.ts'
import { timingText } from './timing-text.ts'

/** Everything that has work sent again and again, by file and place. */
export function schedulesOf(types: Inference, book: TaskBook, made: readonly DispatchCall[]): readonly Schedule[] {
  const found = [...beatEntries(types, book), ...periodicCalls(types, book), ...periodicRows(types, book), ...ownSchedules(types, book), ...repeatedJobs(types, made)]
  return found.sort((one, other) => (one.file === other.file ? one.span.start - other.span.start : one.file < other.file ? -1 : 1))
}

/** `@periodic_task(run_every=…)`, of earlier versions. */
function ownSchedules(types: Inference, book: TaskBook): readonly Schedule[] {
  return book.all().flatMap(({ definition, options }) => {
    const option = options.all.find(({ name }) => name === 'run_every')
    if (option === undefined) return []
    const timing = timingText(types, option.value, option.site) ?? textOf(types.workspace, option.site.file, option.value.span)
    return [{ file: definition.file, span: definition.anchor, name: null, task: definition, taskName: null, timing }]
  })
}
