import { bullOptionNames } from '../../frameworks/bull.ts'
import type { Expression } from '../../model/expression.ts'
import type { Call } from '../../model/file-facts.ts'
import type { Site } from '../facts/site.ts'
import { constantOf } from '../inference/constants.ts'
import type { Inference } from '../inference/inference.ts'
import { writtenOptions } from './written-options.ts'

/**
 * The name of the job is left out: what stands first is no text, or what stands second are options. Where neither can be told,
 * a single argument is data and the first of two a name.
 */
export function startsWithData(types: Inference, call: Call, site: Site): boolean {
  const [first, second, third] = call.arguments
  if (first === undefined || third !== undefined) return false
  if (second === undefined) return true
  if (isText(types, first.value, site)) return false
  return isNoText(types, first.value, site) || isOptions(types, second.value, site)
}

function isText(types: Inference, value: Expression, site: Site): boolean {
  if (value.kind === 'template') return true
  const constant = constantOf(types, value, site)
  return constant.state === 'known' && typeof constant.value === 'string'
}

const plainKinds: ReadonlySet<string> = new Set(['record', 'entity', 'instance', 'collection', 'tuple', 'mapping'])

function isNoText(types: Inference, value: Expression, site: Site): boolean {
  return plainKinds.has(types.typeOf(value, site).kind)
}

function isOptions(types: Inference, value: Expression, site: Site): boolean {
  const { all, isComplete } = writtenOptions(types, value, site)
  const names = [...all.keys()]
  return names.length > 0 ? names.every((name) => bullOptionNames.has(name)) : !isComplete && value.kind === 'name' && /opt(ion)?s$/i.test(value.name)
}
