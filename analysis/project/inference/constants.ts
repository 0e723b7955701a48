import type { Expression } from '../../model/expression.ts'
import type { Value } from '../../model/value.ts'
import type { Inference } from './inference.ts'
import { isDebugging, isProduction } from './production-branches.ts'
import type { Site } from '../facts/site.ts'
import { writtenValue } from './written-value.ts'

export type Constant = string | number | boolean | null

const dynamic: Value<Constant> = { state: 'dynamic' }
const deepest = 20

/** The value of an expression where the program's text decides it; branches for tests and debugging are not taken. */
export function constantOf(types: Inference, expression: Expression, site: Site, left: number = deepest): Value<Constant> {
  const written = left === 0 ? null : writtenValue(types, expression, site)
  if (written === null) return dynamic
  const inside = (part: Expression): Value<Constant> => constantOf(types, part, written.site, left - 1)
  const { expression: value } = written
  switch (value.kind) {
    case 'literal':
      return { state: 'known', value: value.value }
    case 'conditional':
      return chosen(value.condition, () => inside(value.whenTrue), () => inside(value.whenFalse))
    case 'operation':
      return operate(value.operator, value.operands.map(inside))
    case 'template':
      return joined(value.texts, value.holes.map((hole) => (isPlainHole(types, hole, written.site) ? inside(hole) : dynamic)))
    case 'member': {
      const type = types.typeOf(value, written.site)
      return type.kind === 'literal' ? { state: 'known', value: type.value } : dynamic
    }
    default:
      return dynamic
  }
}

function chosen(condition: Expression, whenTrue: () => Value<Constant>, whenFalse: () => Value<Constant>): Value<Constant> {
  if (isProduction(condition)) return whenTrue()
  if (isDebugging(condition)) return whenFalse()
  const [first, second] = [whenTrue(), whenFalse()]
  return first.state === 'known' && second.state === 'known' && first.value === second.value ? first : dynamic
}

function operate(operator: string, operands: readonly Value<Constant>[]): Value<Constant> {
  const values = operands.map((operand) => (operand.state === 'known' ? operand.value : undefined))
  const choice = choices[operator]
  if (choice !== undefined) return firstDecisive(choice, values)
  if (operator === 'not') return values.length === 1 && values[0] !== undefined ? { state: 'known', value: !values[0] } : dynamic
  const [first, ...rest] = values
  if (operator === '+' && values.every((value) => typeof value === 'string')) return { state: 'known', value: values.join('') }
  const step = steps[operator]
  if (step === undefined || typeof first !== 'number' || rest.length === 0) return dynamic
  let total = first
  for (const value of rest) {
    if (typeof value !== 'number') return dynamic
    total = step(total, value)
  }
  return Number.isFinite(total) ? { state: 'known', value: total } : dynamic
}

/** Whether a value before the last one decides the matter, by the operator that stands behind it. */
const choices: Readonly<Record<string, (value: Constant) => boolean>> = {
  or: Boolean,
  '||': Boolean,
  and: (value) => !value,
  '&&': (value) => !value,
  '??': (value) => value !== null,
}

/** `None or 5` is 5: the first value that decides the matter, else the last one. */
function firstDecisive(isDecisive: (value: Constant) => boolean, values: readonly (Constant | undefined)[]): Value<Constant> {
  for (const [index, value] of values.entries()) {
    if (value === undefined) return dynamic
    if (isDecisive(value) || index === values.length - 1) return { state: 'known', value }
  }
  return dynamic
}

/** Nothing but the value stands between the braces: no format, no conversion. */
function isPlainHole(types: Inference, { span }: Expression, { file }: Site): boolean {
  return types.workspace.text(file.path)?.[span.end] === '}'
}

function joined(texts: readonly string[], holes: readonly Value<Constant>[]): Value<Constant> {
  let text = texts[0] ?? ''
  for (const [index, hole] of holes.entries()) {
    if (hole.state !== 'known' || (typeof hole.value !== 'string' && typeof hole.value !== 'number')) return dynamic
    text += String(hole.value) + (texts[index + 1] ?? '')
  }
  return { state: 'known', value: text }
}

const steps: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '//': (a, b) => Math.floor(a / b),
  '**': (a, b) => a ** b,
}
