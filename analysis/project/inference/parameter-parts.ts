import type { Expression } from '../../model/expression.ts'
import { valuesOf } from '../facts/bindings.ts'
import { visitExpression } from '../facts/expression-walk.ts'
import { findName } from '../facts/scope.ts'
import { blocksAround, innermostBlock, type Site } from '../facts/site.ts'
import { functionOf, type FunctionRef } from './type.ts'

/** A parameter of a function, or what is found in it below the keys. */
export interface ParameterPart {
  readonly ref: FunctionRef
  readonly parameter: string
  readonly keys: readonly string[]
}

const deepest = 4

/** The parameter whose value, or a part of it, an expression is. `null`: it is something else, or has been given another value. */
export function parameterBehind(value: Expression, site: Site, left: number = deepest): ParameterPart | null {
  if (left === 0) return null
  if (value.kind === 'member') {
    const whole = parameterBehind(value.object, site, left - 1)
    return whole === null ? null : { ...whole, keys: [...whole.keys, value.name] }
  }
  if (value.kind !== 'name') return null
  const local = findName(site.file, site.function, value.name)
  if (local?.kind === 'variable') return throughVariable(value.name, site, left)
  if (local?.kind !== 'parameter' || local.rebound.length > 0 || local.parameter.kind === 'variadic' || local.parameter.kind === 'keyword-variadic') return null
  const ref = { file: site.file, index: local.function }
  const { kind } = functionOf(ref)
  const isReceiver = kind === 'method' && functionOf(ref).parameters[0] === local.parameter
  return (kind === 'function' || kind === 'method') && !isReceiver && !isTested(value.name, site) ? { ref, parameter: value.name, keys: [] } : null
}

/** `const { order } = data` */
function throughVariable(name: string, site: Site, left: number): ParameterPart | null {
  const [value, ...others] = valuesOf(name, site) ?? []
  return value === undefined || others.length > 0 ? null : parameterBehind(value, { ...site, at: value.span.start }, left - 1)
}

/** A branch around asks what kind of thing the parameter is, so that not everything gets there. */
function isTested(name: string, site: Site): boolean {
  const isName = (part: Expression): boolean => part.kind === 'name' && part.name === name
  return blocksAround(site.file, innermostBlock(site)).some(({ kind, subject }) => {
    let found = false
    if (kind === 'branch' && subject !== null) {
      visitExpression(subject, (part) => {
        const call = part.kind === 'call' ? site.file.calls[part.call] : undefined
        found ||= part.kind === 'operation' && /^(typeof|instanceof|in)$/.test(part.operator) && part.operands.some(isName)
        found ||= call?.arguments.some(({ value }) => isName(value)) === true
      })
    }
    return found
  })
}
