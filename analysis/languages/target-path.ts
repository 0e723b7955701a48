import type { Expression } from '../model/expression.ts'

/** What a binding calls a name with members and keys: `a.b["key"]`; `null` for anything else. */
export function targetPath(expression: Expression): string | null {
  switch (expression.kind) {
    case 'name':
      return expression.name
    case 'member': {
      const object = targetPath(expression.object)
      return object === null ? null : `${object}.${expression.name}`
    }
    case 'index': {
      const object = targetPath(expression.object)
      return object === null ? null : `${object}[${keyText(expression.key)}]`
    }
    default:
      return null
  }
}

function keyText(key: Expression): string {
  return key.kind === 'literal' && typeof key.value === 'string' ? JSON.stringify(key.value) : ''
}
