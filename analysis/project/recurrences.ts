import { crontabCreators, crontabFunction, crontabModel, crontabPositions } from '../frameworks/celery.ts'
import type { Argument, Call, FileFacts } from '../model/file-facts.ts'
import type { Recurrence, RecurrenceField } from '../model/schedule.ts'
import type { Value } from '../model/value.ts'
import { calledName } from './facts/called-names.ts'
import { constantOf } from './inference/constants.ts'
import type { Inference } from './inference/inference.ts'
import { runsInProduction } from './inference/production-branches.ts'
import { callSite } from './facts/site.ts'
import { textOf } from './files/text-of.ts'

/** Every calendar pattern that a file writes down for production. */
export function recurrencesIn(types: Inference, file: FileFacts): readonly Recurrence[] {
  return file.calls.flatMap((call) => {
    if (!patternNames.has(calledName(file, call) ?? '') || !mayBePattern(types, file, call)) return []
    const given = patternArguments(types, file, call)
    if (given === null || call.arguments.some(({ spread }) => spread !== null) || !runsInProduction(file, call.block) || isCompletedLater(file, call)) return []
    const fields = crontabPositions.map((unit, position) => fieldOf(types, file, call, unit, argumentFor(given, unit, position)))
    return [{ file: file.path, span: call.span, text: textOf(types.workspace, file, call.span), fields }]
  })
}

/** `row = CrontabSchedule(…)`, whose units are given values behind it. */
function isCompletedLater(file: FileFacts, { function: owner, span }: Call): boolean {
  const bindings = file.functions[owner]?.bindings ?? []
  const row = bindings.find(({ value }) => value?.kind === 'call' && value.span.start === span.start)
  return row !== undefined && crontabPositions.some((unit) => bindings.some(({ target }) => target === `${row.target}.${unit}`))
}

function patternArguments(types: Inference, file: FileFacts, call: Call): readonly Argument[] | null {
  const callee = types.typeOf(call.callee, callSite(file, call))
  if (callee.kind === 'external') {
    if (callee.name === crontabFunction) return call.arguments
    return callee.name === crontabModel ? named(call.arguments) : null
  }
  const isRow = callee.kind === 'query-method' && callee.of?.name === crontabModelName && callee.of.ref === null && crontabCreators.has(callee.name)
  return isRow && !call.arguments.some(({ name }) => name === 'defaults' || name === 'create_defaults') ? named(call.arguments) : null
}

const crontabModelName = crontabModel.slice(crontabModel.lastIndexOf('.') + 1)
/** Cheap: rows are made by methods of many names, of schedules only where their model is mentioned. */
function mayBePattern({ workspace }: Inference, file: FileFacts, call: Call): boolean {
  return !crontabCreators.has(calledName(file, call) ?? '') || workspace.mentions(file.path, crontabModelName)
}

const patternNames = new Set(['crontab', crontabModelName, ...crontabCreators])

function named(given: readonly Argument[]): readonly Argument[] | null {
  const units = given.filter(({ name }) => name !== null)
  return units.length === given.length ? units : null
}

function argumentFor(given: readonly Argument[], unit: string, position: number): Argument | undefined {
  const byName = given.find(({ name }) => name === unit)
  const positional = given.filter(({ name }) => name === null)
  return byName ?? positional[position]
}

function fieldOf(types: Inference, file: FileFacts, call: Call, unit: string, argument: Argument | undefined): RecurrenceField {
  if (argument === undefined) return { unit, pattern: { state: 'absent' }, span: null }
  const constant = constantOf(types, argument.value, callSite(file, call))
  const pattern: Value<string> = constant.state === 'known' ? { state: 'known', value: String(constant.value) } : { state: 'dynamic' }
  return { unit, pattern, span: argument.span }
}
