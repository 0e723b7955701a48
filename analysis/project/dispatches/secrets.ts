import type { Expression } from '../../model/expression.ts'
import type { Secret } from '../../model/value.ts'
import { valuesOf } from '../facts/bindings.ts'
import type { Inference } from '../inference/inference.ts'
import { isHarmlessName, isSecretName, secretLook } from './secret-names.ts'
import { secretOrigin } from './secret-origins.ts'
import type { Site } from '../facts/site.ts'
import type { Type } from '../inference/type.ts'

/**
 * Why a payload value is a secret. `null`: nothing says so.
 * @param name the keyword, key or parameter it is passed as.
 * @param type of the value.
 * @param isWithin the value is a part of a text: texts that its variables hold are not looked into, so that the work is bounded.
 */
export function secretIn(types: Inference, site: Site, value: Expression, name: string | null, type: Type, isWithin = false): Secret | null {
  if (isPlainKind(type)) return null
  const text = literalText(value, type)
  if (text !== null) return bySecretLook(text)
  switch (value.kind) {
    case 'template':
      return firstSecret(value.holes.map((hole) => () => within(types, site, hole)))
    case 'operation':
      return joining.has(value.operator) ? firstSecret(value.operands.map((part) => () => within(types, site, part))) : null
    case 'conditional':
      return firstSecret([value.whenTrue, value.whenFalse].map((part) => () => secretIn(types, site, part, name, types.typeOf(part, site), isWithin)))
    case 'name':
    case 'member':
    case 'index':
    case 'call':
      return referenced(types, site, value, name, isWithin)
    default:
      return null
  }
}

/** Operators whose value holds one of the operands, or all. */
const joining: ReadonlySet<string> = new Set(['+', 'or', '||', '??'])

/** A part of a text: only what it is itself counts. */
function within(types: Inference, site: Site, part: Expression): Secret | null {
  return secretIn(types, site, part, null, types.typeOf(part, site), true)
}

function firstSecret(candidates: readonly (() => Secret | null)[]): Secret | null {
  for (const candidate of candidates) {
    const found = candidate()
    if (found !== null) return found
  }
  return null
}

/** Numbers, truth values and dates are no secrets, nor are keys of rows. */
function isPlainKind(type: Type): boolean {
  if (type.kind === 'identifier' || type.kind === 'signature') return true
  if (type.kind === 'literal') return typeof type.value !== 'string'
  return type.kind === 'external' && /^(builtins\.(int|float|bool|len|isinstance)|datetime\.\w+)\(\)$/.test(type.name)
}

function literalText(value: Expression, type: Type): string | null {
  const known = value.kind === 'literal' ? value.value : type.kind === 'literal' ? type.value : null
  return typeof known === 'string' ? known : null
}

function bySecretLook(text: string): Secret | null {
  const look = secretLook(text)
  return look === null ? null : { kind: 'literal', evidence: look }
}

/** A value that is read from somewhere. */
function referenced(types: Inference, site: Site, value: Expression, name: string | null, isWithin: boolean): Secret | null {
  const origin = secretOrigin(site.file, value)
  if (origin.kind === 'secret') return { kind: 'origin', evidence: origin.evidence }
  if (origin.kind === 'harmless') return null
  if (value.kind === 'name') {
    const through = throughVariable(types, site, value.name, isWithin)
    if (through !== 'unknown') return through
  }
  const own = ownName(value)
  if (own !== null && (isHarmlessName(own) || isIdentifierName(own))) return null
  for (const candidate of value.kind === 'call' ? [name] : [own, name]) {
    if (candidate !== null && isSecretName(candidate)) return { kind: 'name', evidence: candidate }
  }
  return null
}

function ownName(value: Expression): string | null {
  return value.kind === 'name' || value.kind === 'member' ? value.name : null
}

function isIdentifierName(name: string): boolean {
  return /(^|_)(id|pk|uuid|slug|count|length|url|expires|expiry)$/.test(name)
}

/** What the variable was given: a secret from elsewhere, or what has been made harmless. */
function throughVariable(types: Inference, site: Site, name: string, isWithin: boolean): Secret | null | 'unknown' {
  if (isHarmlessName(name)) return null
  const values = valuesOf(name, site) ?? []
  const [value] = values
  if (value === undefined) return 'unknown'
  const origins = values.map((each) => secretOrigin(site.file, each))
  if (origins.every(({ kind }) => kind === 'harmless')) return null
  const isText = values.length === 1 && value.kind === 'template' && !isWithin
  const found = isText ? within(types, { ...site, at: value.span.start }, value) : null
  if (found !== null) return found
  const [origin] = origins
  if (origins.length > 1) return 'unknown'
  if (origin?.kind === 'secret') return { kind: 'origin', evidence: origin.evidence }
  return value.kind === 'member' && isSecretName(value.name) ? { kind: 'name', evidence: value.name } : 'unknown'
}
