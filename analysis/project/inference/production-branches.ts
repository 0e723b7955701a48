import type { Expression } from '../../model/expression.ts'
import type { FileFacts } from '../../model/file-facts.ts'
import { blocksAround, dottedName } from '../facts/site.ts'

/** True unless a branch around the block is taken for tests or debugging only. */
export function runsInProduction(file: FileFacts, block: number | null): boolean {
  return blocksAround(file, block).every(({ kind, form, subject, of }) => {
    if (kind !== 'branch') return true
    if (form === 'then') return subject === null || !isDebugging(subject)
    const condition = of === null ? null : (file.blocks[of]?.subject ?? null)
    return condition === null || !isProduction(condition)
  })
}

/** `settings.DEBUG`, `TESTING`, `"test" in sys.argv`: true only away from production. */
export function isDebugging(condition: Expression): boolean {
  if (condition.kind === 'operation') {
    const { operator, operands } = condition
    if (operator === 'and') return operands.some(isDebugging)
    if (operator === 'or') return operands.every(isDebugging)
    return operator === 'not' ? operands.every(isProduction) : operator === 'in' && looksForTests(operands)
  }
  const name = dottedName(condition)
  return name !== null && /(^|\.)(DEBUG|TESTING|TEST|IS_TEST|UNIT_TESTS?|TESTS_RUNNING)$/.test(name)
}

/** `not settings.DEBUG`: true in production, if not only there. */
export function isProduction(condition: Expression): boolean {
  if (condition.kind !== 'operation') return false
  const { operator, operands } = condition
  if (operator === 'and') return operands.every(isProduction)
  if (operator === 'or') return operands.some(isProduction)
  return operator === 'not' && operands.every(isDebugging)
}

function looksForTests([sought, list]: readonly Expression[]): boolean {
  return sought?.kind === 'literal' && sought.value === 'test' && list !== undefined && dottedName(list) === 'sys.argv'
}
