import type { Expression } from '../model/expression.ts'
import type { Value } from '../model/value.ts'
import type { Inference } from './inference.ts'
import { dottedName, type Site } from './site.ts'

type Constant = string | number | boolean | null

/** The value of an expression where the program's text decides it; branches for tests and debugging are not taken. */
export function constantOf(types: Inference, expression: Expression, site: Site): Value<Constant> {
  switch (expression.kind) {
    case 'literal':
      return { state: 'known', value: expression.value }
    case 'conditional':
      return constantOf(types, isProduction(expression.condition) ? expression.whenTrue : isDebugging(expression.condition) ? expression.whenFalse : unknown, site)
    case 'operation':
      return arithmetic(types, expression.operator, expression.operands, site)
    case 'name':
    case 'member': {
      const type = types.typeOf(expression, site)
      return type.kind === 'literal' ? { state: 'known', value: type.value } : { state: 'dynamic' }
    }
    default:
      return { state: 'dynamic' }
  }
}

const unknown: Expression = { kind: 'unknown', span: { start: 0, end: 0 } }

/** `settings.DEBUG`, `TESTING`: true only away from production. */
export function isDebugging(condition: Expression): boolean {
  const name = dottedName(condition)
  return name !== null && /(^|\.)(DEBUG|TESTING|TEST|IS_TEST|UNIT_TESTS?|TESTS_RUNNING)$/.test(name)
}

/** `not settings.DEBUG` */
export function isProduction(condition: Expression): boolean {
  const [operand] = condition.kind === 'operation' && condition.operator === 'not' ? condition.operands : []
  return operand !== undefined && isDebugging(operand)
}

function arithmetic(types: Inference, operator: string, operands: readonly Expression[], site: Site): Value<Constant> {
  const numbers: number[] = []
  for (const operand of operands) {
    const value = constantOf(types, operand, site)
    if (value.state !== 'known' || typeof value.value !== 'number') return { state: 'dynamic' }
    numbers.push(value.value)
  }
  const [first, ...rest] = numbers
  const step = steps[operator]
  if (first === undefined || rest.length === 0 || step === undefined) return { state: 'dynamic' }
  return { state: 'known', value: rest.reduce(step, first) }
}

const steps: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '**': (a, b) => a ** b,
}
