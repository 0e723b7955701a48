import type { ClassRef } from '../inference/type.ts'

/** What a value is known to be on one way through the program. */
export type Known =
  | { readonly kind: 'unknown' }
  /** What has not been given a value. */
  | { readonly kind: 'undefined' }
  | { readonly kind: 'constant'; readonly value: string | number | boolean | null }
  | { readonly kind: 'items'; readonly items: readonly Known[] }
  /** `isWhole`: it has no other keys. */
  | { readonly kind: 'record'; readonly entries: ReadonlyMap<string, Known>; readonly isWhole: boolean }
  /** A row of a database. `fresh`: its model, where the row has just been made and other attributes hold their defaults. */
  | { readonly kind: 'row'; readonly attributes: ReadonlyMap<string, Known>; readonly fresh: ClassRef | null }

/** What the parameters of a function are known to hold, by name. */
export type Given = ReadonlyMap<string, Known>

export const unknownValue: Known = { kind: 'unknown' }
export const undefinedValue: Known = { kind: 'undefined' }
export const nothingGiven: Given = new Map()

export function constant(value: string | number | boolean | null): Known {
  return { kind: 'constant', value }
}

/** Whether a condition on the value holds; `null`: it cannot be told. */
export function truthOf(value: Known): boolean | null {
  switch (value.kind) {
    case 'undefined':
      return false
    case 'constant':
      return Boolean(value.value)
    case 'items':
      return value.items.length > 0
    case 'record':
      return value.entries.size > 0 ? true : value.isWhole ? false : null
    case 'row':
      return true
    default:
      return null
  }
}

/** The value of `left operator right`. */
export function compare(operator: string, left: Known, right: Known): Known {
  switch (operator) {
    case '==':
    case '===':
    case 'is':
      return known(areEqual(left, right))
    case '!=':
    case '!==':
    case 'is not':
      return negated(areEqual(left, right))
    case 'in':
      return known(holds(right, left))
    case 'not in':
      return negated(holds(right, left))
    default:
      return ordered(operator, left, right)
  }
}

/** `left ?? right` */
export function coalesce(left: Known, right: Known): Known {
  if (left.kind === 'unknown') return unknownValue
  return isAbsent(left) ? right : left
}

/** `and`, `or`: as far as the operands that are known decide it. */
export function combine(operands: readonly Known[], decisive: boolean): Known {
  const truths = operands.map(truthOf)
  if (truths.includes(decisive)) return constant(decisive)
  return truths.includes(null) ? unknownValue : (operands.at(-1) ?? unknownValue)
}

export function negated(truth: boolean | null): Known {
  return truth === null ? unknownValue : constant(!truth)
}

function known(truth: boolean | null): Known {
  return truth === null ? unknownValue : constant(truth)
}

function areEqual(left: Known, right: Known): boolean | null {
  if (left.kind === 'constant' && right.kind === 'constant') return left.value === right.value
  if (left.kind === 'unknown' || right.kind === 'unknown') return null
  if (left.kind === 'undefined' || right.kind === 'undefined') return isAbsent(left) && isAbsent(right)
  return isNothing(left) || isNothing(right) ? false : null
}

/** `null` and `undefined` are written alike in facts, so that a test for one is taken for a test for either. */
function isAbsent(value: Known): boolean {
  return value.kind === 'undefined' || isNothing(value)
}

function isNothing(value: Known): boolean {
  return value.kind === 'constant' && value.value === null
}

function holds(container: Known, item: Known): boolean | null {
  if (item.kind !== 'constant') return null
  if (container.kind === 'record') return container.entries.has(String(item.value)) ? true : container.isWhole ? false : null
  if (container.kind !== 'items') return null
  const equal = container.items.map((each) => areEqual(each, item))
  if (equal.includes(true)) return true
  return equal.includes(null) ? null : false
}

function ordered(operator: string, left: Known, right: Known): Known {
  if (left.kind !== 'constant' || right.kind !== 'constant') return unknownValue
  const [a, b] = [left.value, right.value]
  if (typeof a !== 'number' || typeof b !== 'number') return unknownValue
  const comparisons: Readonly<Record<string, boolean>> = { '<': a < b, '<=': a <= b, '>': a > b, '>=': a >= b }
  const found = comparisons[operator]
  return found === undefined ? unknownValue : constant(found)
}
