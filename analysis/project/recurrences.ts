import { crontabFunction, crontabModel, crontabPositions } from '../frameworks/celery.ts'
import type { Argument, Call, FileFacts } from '../model/file-facts.ts'
import type { Recurrence, RecurrenceField } from '../model/schedule.ts'
import type { Value } from '../model/value.ts'
import { calledName } from './called-names.ts'
import { constantOf } from './constants.ts'
import type { Inference } from './inference.ts'
import { callSite } from './site.ts'
import { textOf } from './text-of.ts'

/** Every calendar pattern that a file writes down. */
export function recurrencesIn(types: Inference, file: FileFacts): readonly Recurrence[] {
  return file.calls.flatMap((call) => {
    if (!patternNames.has(calledName(file, call) ?? '')) return []
    const given = patternArguments(types, file, call)
    if (given === null || call.arguments.some(({ spread }) => spread !== null)) return []
    const fields = crontabPositions.map((unit, position) => fieldOf(types, file, call, unit, argumentFor(given, unit, position)))
    return [{ file: file.path, span: call.span, text: textOf(types.workspace, file, call.span), fields }]
  })
}

function patternArguments(types: Inference, file: FileFacts, call: Call): readonly Argument[] | null {
  const callee = types.typeOf(call.callee, callSite(file, call))
  if (callee.kind === 'external') {
    if (callee.name === crontabFunction) return call.arguments
    return callee.name === crontabModel ? named(call.arguments) : null
  }
  const isModel = callee.kind === 'query-method' && callee.of?.name === 'CrontabSchedule' && creators.has(callee.name)
  return isModel && !call.arguments.some(({ name }) => name === 'defaults') ? named(call.arguments) : null
}

const patternNames = new Set(['crontab', 'CrontabSchedule', 'create', 'get_or_create', 'acreate', 'aget_or_create'])

const creators = new Set(['create', 'get_or_create', 'acreate', 'aget_or_create'])

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
