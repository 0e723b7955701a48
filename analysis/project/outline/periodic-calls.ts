import { crontabCreators, periodicMethod, periodicTaskModel } from '../../frameworks/celery.ts'
import type { Expression } from '../../model/expression.ts'
import type { Call, FileFacts } from '../../model/file-facts.ts'
import type { Schedule } from '../../model/schedule.ts'
import { calledName, callsNamed } from '../facts/called-names.ts'
import { recordEntry } from '../facts/record-entry.ts'
import { callSite, type Site } from '../facts/site.ts'
import type { Inference } from '../inference/inference.ts'
import { runsInProduction } from '../inference/production-branches.ts'
import { textConstant } from '../queues/option-values.ts'
import type { TaskBook } from '../tasks/task-book.ts'
import { timingText } from './timing-text.ts'

/** `app.add_periodic_task(600, sync_stock.s())` */
export function periodicCalls(types: Inference, book: TaskBook): readonly Schedule[] {
  return filesMentioning(types, `.${periodicMethod}`).flatMap((file) =>
    callsNamed(file, periodicMethod).flatMap((call) => {
      const when = argumentOf(call, 'schedule', 0)
      const signature = argumentOf(call, 'sig', 1)
      if (when === null || signature === null || !runsInProduction(file, call.block)) return []
      const site = callSite(file, call)
      const type = types.typeOf(signature, site)
      const task = type.kind === 'signature' && type.of !== null ? (book.ofFunction(type.of)?.definition ?? null) : null
      return [{ file: file.path, span: call.span, name: named(types, call, site), task, taskName: null, timing: timingText(types, when, site) }]
    }),
  )
}

const modelName = periodicTaskModel.slice(periodicTaskModel.lastIndexOf('.') + 1)

/** `PeriodicTask.objects.get_or_create(task="shop.tasks.sync_stock", …)`: when it runs is said by another row. */
export function periodicRows(types: Inference, book: TaskBook): readonly Schedule[] {
  return filesMentioning(types, modelName).flatMap((file) =>
    file.calls.flatMap((call) => {
      if (!makesRow(types, file, call)) return []
      const site = callSite(file, call)
      const taskName = textConstant(types, keyword(call, 'task'), site)
      return taskName === null ? [] : [{ file: file.path, span: call.span, name: named(types, call, site), task: book.named(taskName)?.definition ?? null, taskName, timing: null }]
    }),
  )
}

function filesMentioning({ workspace }: Inference, word: string): readonly FileFacts[] {
  return workspace.mentioning(word).flatMap((path) => workspace.facts(path) ?? [])
}

function makesRow(types: Inference, file: FileFacts, call: Call): boolean {
  const name = calledName(file, call) ?? ''
  if (name !== modelName && !crontabCreators.has(name)) return false
  const callee = types.typeOf(call.callee, callSite(file, call))
  if (callee.kind === 'external') return callee.name === periodicTaskModel
  return callee.kind === 'query-method' && callee.of?.name === modelName && callee.of.ref === null
}

/** As a keyword, or among the defaults of a row that is looked for first. */
function keyword(call: Call, name: string): Expression | null {
  const own = call.arguments.find((argument) => argument.name === name)?.value
  return own ?? recordEntry(call.arguments.find((argument) => argument.name === 'defaults')?.value ?? null, name)
}

function named(types: Inference, call: Call, site: Site): string | null {
  return textConstant(types, keyword(call, 'name'), site)
}

function argumentOf(call: Call, name: string, position: number): Expression | null {
  const given = call.arguments.find((argument) => argument.name === name) ?? call.arguments.filter((argument) => argument.name === null && argument.spread === null)[position]
  return given?.value ?? null
}
