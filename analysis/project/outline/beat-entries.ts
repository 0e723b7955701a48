import type { Expression, RecordExpression } from '../../model/expression.ts'
import type { FileFacts } from '../../model/file-facts.ts'
import type { Schedule } from '../../model/schedule.ts'
import { recordEntry } from '../facts/record-entry.ts'
import { callSite, type Site } from '../facts/site.ts'
import { pathsMentioningAny } from '../files/mention-index.ts'
import type { Inference } from '../inference/inference.ts'
import { writtenValue, type Written } from '../inference/written-value.ts'
import { textConstant } from '../queues/option-values.ts'
import { forEachExpression } from '../tasks/attribute-uses.ts'
import type { TaskBook } from '../tasks/task-book.ts'
import { namesOfSetting, settingValues } from './setting-values.ts'
import { timingText } from './timing-text.ts'

/**
 * The entries of the setting `beat_schedule`, however they get there: in a file that speaks of the setting, or holds what makes
 * its value, a record with `task` and `schedule` is one, and so is one that names a task of the project and has a schedule made of it.
 */
export function beatEntries(types: Inference, book: TaskBook): readonly Schedule[] {
  const naming = pathsMentioningAny(types.workspace, namesOfSetting('beat_schedule'))
  const leadingTo = settingValues(types, 'beat_schedule').map((value) => originOf(types, value))
  return [...new Set([...naming, ...leadingTo])].flatMap((path) => {
    const file = types.workspace.facts(path)
    return file === null ? [] : entriesIn(types, book, file)
  })
}

/** The file in which the value is written, or the function that makes it. */
function originOf(types: Inference, value: Written): string {
  const written = writtenValue(types, value.expression, value.site) ?? value
  const call = written.expression.kind === 'call' ? written.site.file.calls[written.expression.call] : undefined
  const callee = call === undefined ? null : types.typeOf(call.callee, callSite(written.site.file, call))
  return callee?.kind === 'function' ? callee.ref.file.path : written.site.file.path
}

function entriesIn(types: Inference, book: TaskBook, file: FileFacts): readonly Schedule[] {
  const found = new Map<Expression, Schedule>()
  const names = new Map<Expression, string>(namedByTarget(file))
  forEachExpression(file, (expression, owner) => {
    if (expression.kind !== 'record') return
    for (const { key, value } of expression.entries) if (key?.kind === 'literal') names.set(value, String(key.value))
    const schedule = found.has(expression) ? null : entryOf(types, book, expression, { file, function: owner, at: expression.span.start }, names.get(expression) ?? null)
    if (schedule !== null) found.set(expression, schedule)
  })
  return [...found.values()]
}

/** `CELERY_BEAT_SCHEDULE["sync"] = {…}` */
function namedByTarget(file: FileFacts): readonly (readonly [Expression, string])[] {
  return file.functions.flatMap(({ bindings }) =>
    bindings.flatMap(({ target, value }) => {
      const name = /\[["'](.*)["']\]$/.exec(target)?.[1]
      return value === null || name === undefined ? [] : [[value, name] as const]
    }),
  )
}

/** `null`: the record is no entry. */
function entryOf(types: Inference, book: TaskBook, record: RecordExpression, site: Site, name: string | null): Schedule | null {
  const [task, schedule] = [recordEntry(record, 'task'), recordEntry(record, 'schedule')]
  if (task === null) return null
  const taskName = textConstant(types, task, site)
  const definition = taskName === null ? taskNamedBy(types, book, task, site) : (book.named(taskName)?.definition ?? null)
  if (schedule === null && definition === null) return null
  const timing = schedule === null ? null : timingText(types, schedule, site)
  const ownName = name ?? textConstant(types, recordEntry(record, 'name'), site)
  return { file: site.file.path, span: record.span, name: ownName, task: definition, taskName, timing }
}

/** `send_digest.name` */
function taskNamedBy(types: Inference, book: TaskBook, expression: Expression, site: Site): Schedule['task'] {
  const type = types.typeOf(expression, site)
  return type.kind === 'function-member' && type.name === 'name' ? (book.ofFunction(type.ref)?.definition ?? null) : null
}
