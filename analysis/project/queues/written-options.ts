import type { Expression, RecordEntry } from '../../model/expression.ts'
import type { Span } from '../../model/source.ts'
import { findName } from '../facts/scope.ts'
import type { Site } from '../facts/site.ts'
import { isChanged } from '../facts/written-items.ts'
import type { Inference } from '../inference/inference.ts'
import { writtenValue } from '../inference/written-value.ts'
import { calledFunction, returnedValues } from './returned-value.ts'

/** An option with its value, as it is written somewhere in the project. */
export interface WrittenOption {
  readonly name: string
  /** The key. */
  readonly nameSpan: Span
  readonly value: Expression
  /** Where key and value are written. */
  readonly site: Site
}

/** The options that a call is given. */
export interface WrittenOptions {
  /** Each name once, with the value that counts. */
  readonly all: ReadonlyMap<string, WrittenOption>
  /** Nothing is out of sight. */
  readonly isComplete: boolean
}

export const noOptions: WrittenOptions = { all: new Map(), isComplete: true }
const unknownOptions: WrittenOptions = { all: new Map(), isComplete: false }
const deepest = 6

/** What a record of options holds, here or where its name leads to, spreads of other such records included. */
export function writtenOptions(types: Inference, value: Expression | null, site: Site, left: number = deepest): WrittenOptions {
  if (value === null || isUndefined(value, site)) return noOptions
  const written = left === 0 ? null : writtenValue(types, value, site)
  if (written === null || isAltered(value, site)) return unknownOptions
  const { expression } = written
  if (expression.kind === 'literal' || expression.kind === 'template') return noOptions
  if (expression.kind === 'record') return optionsOf(types, expression.entries, written.site, left - 1)
  const call = expression.kind === 'call' ? written.site.file.calls[expression.call] : undefined
  const made = call === undefined ? null : calledFunction(types, call, written.site.file)
  const [returned, ...others] = made === null ? [] : returnedValues(made)
  if (returned === undefined || others.length > 0) return unknownOptions
  return writtenOptions(types, returned.expression, returned.site, left - 1)
}

function isUndefined(value: Expression, { file, function: owner }: Site): boolean {
  if (value.kind === 'literal') return value.value === null
  return value.kind === 'name' && value.name === 'undefined' && findName(file, owner, value.name) === null
}

/** `options.attempts = 5` somewhere after it was made. */
function isAltered(value: Expression, { file }: Site): boolean {
  if (value.kind !== 'name') return false
  return isChanged(value.name, file) || file.functions.some(({ bindings }) => bindings.some(({ target }) => target.startsWith(`${value.name}.`)))
}

/** A later entry of the same name counts; what is spread without being known may replace all before it. */
function optionsOf(types: Inference, entries: readonly RecordEntry[], site: Site, left: number): WrittenOptions {
  const all = new Map<string, WrittenOption>()
  let isComplete = true
  for (const { key, value } of entries) {
    if (key?.kind === 'literal') {
      all.set(String(key.value), { name: String(key.value), nameSpan: key.span, value, site })
      continue
    }
    const spread = key === null ? writtenOptions(types, value.kind === 'spread' ? value.value : value, site, left) : unknownOptions
    if (!spread.isComplete) {
      all.clear()
      isComplete = false
    }
    for (const option of spread.all.values()) all.set(option.name, option)
  }
  return { all, isComplete }
}

/** The record of options below `keys` of an argument; `useFactory()` steps into what a function returns. */
export function optionsBelow(types: Inference, value: Expression, keys: readonly string[], site: Site): WrittenOptions {
  const [key, ...deeper] = keys
  if (key === undefined) return writtenOptions(types, value, site)
  const outer = writtenOptions(types, value, site)
  const option = outer.all.get(key.replace(/\(\)$/, ''))
  if (option === undefined) return outer.isComplete ? noOptions : unknownOptions
  if (!key.endsWith('()')) return optionsBelow(types, option.value, deeper, option.site)
  const made = types.typeOf(option.value, option.site)
  const [returned, ...others] = made.kind === 'function' ? returnedValues(made.ref) : []
  if (returned === undefined || others.length > 0) return unknownOptions
  return optionsBelow(types, returned.expression, deeper, returned.site)
}
