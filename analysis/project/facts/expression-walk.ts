import type { Expression } from '../../model/expression.ts'
import type { FileFacts } from '../../model/file-facts.ts'

/** Calls `visit` for the expression and everything written inside it, outermost first; calls are not entered. */
export function visitExpression(expression: Expression, visit: (expression: Expression) => void): void {
  visit(expression)
  for (const part of partsOf(expression)) visitExpression(part, visit)
}

/** The expressions written directly inside one; calls are not entered. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'member':
      return [expression.object]
    case 'index':
      return [expression.object, expression.key]
    case 'list':
    case 'tuple':
    case 'set':
      return expression.items
    case 'record':
      return expression.entries.flatMap(({ key, value }) => (key === null ? [value] : [key, value]))
    case 'template':
      return expression.holes
    case 'operation':
      return expression.operands
    case 'conditional':
      return [expression.condition, expression.whenTrue, expression.whenFalse]
    case 'comprehension':
      return [expression.element, ...expression.sources.map(({ iterable }) => iterable)]
    case 'spread':
      return [expression.value]
    default:
      return []
  }
}

/** Every expression written in one function, nested functions left out: of its calls, bindings, exits and blocks. */
export function expressionsIn(file: FileFacts, index: number): readonly Expression[] {
  const facts = file.functions[index]
  const calls = file.calls.filter((call) => call.function === index)
  const blocks = file.blocks.filter((block) => block.function === index)
  return [
    ...calls.flatMap((call) => [call.callee, ...call.arguments.map(({ value }) => value)]),
    ...(facts?.bindings ?? []).map(({ value }) => value),
    ...(facts?.exits ?? []).map(({ value }) => value),
    ...blocks.map(({ subject }) => subject),
  ].filter((expression) => expression !== null)
}
