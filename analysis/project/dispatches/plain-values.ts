import { plainAnnotations, plainTypes, truthOperators } from '../../frameworks/plain-types.ts'
import type { Expression } from '../../model/expression.ts'
import { findName } from '../facts/scope.ts'
import type { Site } from '../facts/site.ts'
import type { Inference } from '../inference/inference.ts'
import type { Type } from '../inference/type.ts'

/** It is certain that a value is a text, a number, a truth value or nothing: any serialiser takes it. @param type of the value. */
export function isPlainValue(types: Inference, value: Expression, type: Type, site: Site): boolean {
  if (type.kind === 'literal' || type.kind === 'identifier') return true
  if (type.kind === 'external') return plainTypes.has(type.name)
  switch (value.kind) {
    case 'template':
      return true
    case 'operation':
      return truthOperators.has(value.operator) || value.operands.every((operand) => isPlainValue(types, operand, types.typeOf(operand, site), site))
    case 'conditional':
      return [value.whenTrue, value.whenFalse].every((part) => isPlainValue(types, part, types.typeOf(part, site), site))
    case 'name':
      return isPlainParameter(value.name, site)
    default:
      return false
  }
}

/** `id: string | null`, and nothing else is put into it. */
function isPlainParameter(name: string, { file, function: owner }: Site): boolean {
  const found = findName(file, owner, name)
  return found?.kind === 'parameter' && found.rebound.length === 0 && found.parameter.type !== null && isPlainType(found.parameter.type)
}

function isPlainType(type: Expression): boolean {
  if (type.kind === 'literal') return type.value === null || typeof type.value !== 'string' || plainAnnotations.has(type.value)
  if (type.kind === 'operation') return type.operator === '|' && type.operands.every(isPlainType)
  return type.kind === 'name' && plainAnnotations.has(type.name)
}
