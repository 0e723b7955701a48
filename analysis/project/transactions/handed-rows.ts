import type { Expression } from '../../model/expression.ts'
import { evaluate, lastValue, type Frame } from './evaluate.ts'
import type { Inference } from '../inference/inference.ts'
import { unknownValue, type Known } from './known-value.ts'
import { dottedName } from '../facts/site.ts'

/** The object behind an expression with the attributes that the function has given it by then. */
export function rowAt(types: Inference, expression: Expression, frame: Frame): Known {
  const base = evaluate(types, expression, frame)
  const path = dottedName(expression)
  if (path === null || (base.kind !== 'row' && base.kind !== 'unknown')) return base
  const attributes = new Map(base.kind === 'row' ? base.attributes : [])
  for (const name of assignedAttributes(frame, path)) {
    const value = lastValue(types, `${path}.${name}`, frame)
    if (value !== null) attributes.set(name, value)
  }
  return base.kind === 'unknown' && attributes.size === 0 ? unknownValue : { kind: 'row', attributes, fresh: base.kind === 'row' ? base.fresh : null }
}

function assignedAttributes({ file, function: index }: Frame, path: string): ReadonlySet<string> {
  const targets = (file.functions[index]?.bindings ?? []).map(({ target }) => target).filter((target) => target.startsWith(`${path}.`))
  return new Set(targets.map((target) => target.slice(path.length + 1)).filter((name) => !name.includes('.') && !name.includes('[')))
}
