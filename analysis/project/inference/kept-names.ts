import type { Expression } from '../../model/expression.ts'

/** The value of the expression may be what the name stands for, or hold it. */
export function keepsName(expression: Expression, name: string): boolean {
  switch (expression.kind) {
    case 'name':
      return expression.name === name
    case 'list':
    case 'tuple':
    case 'set':
      return expression.items.some((item) => keepsName(item, name))
    case 'record':
      return expression.entries.some(({ value }) => keepsName(value, name))
    case 'conditional':
      return keepsName(expression.whenTrue, name) || keepsName(expression.whenFalse, name)
    case 'operation':
      return /^(\|\||\?\?|or)$/.test(expression.operator) && expression.operands.some((operand) => keepsName(operand, name))
    case 'spread':
      return keepsName(expression.value, name)
    default:
      return false
  }
}
