import type { Expression } from '../../model/expression.ts'
import type { Call } from '../../model/file-facts.ts'
import { callsNamed } from '../facts/called-names.ts'
import { findName } from '../facts/scope.ts'
import type { Site } from '../facts/site.ts'
import type { Inference } from '../inference/inference.ts'
import { writtenValue, type Written } from '../inference/written-value.ts'
import { returnedValues } from './returned-value.ts'

const deepest = 4

/**
 * Items of a list as they are written: in place, where its name was given the list, in what maps other things to them, and
 * pushed to it. `null` stands for items that are out of sight.
 */
export function writtenItems(types: Inference, value: Expression, site: Site, left: number = deepest): readonly (Written | null)[] {
  const written = left === 0 ? null : writtenValue(types, value, site)
  const pushed = value.kind === 'name' ? pushedItems(value.name, site) : []
  return written === null ? [null, ...pushed] : [...itemsIn(types, written, left), ...pushed]
}

function itemsIn(types: Inference, { expression, site }: Written, left: number): readonly (Written | null)[] {
  if (expression.kind === 'list') {
    return expression.items.flatMap((item) => (item.kind === 'spread' ? writtenItems(types, item.value, site, left - 1) : [{ expression: item, site }]))
  }
  if (expression.kind === 'conditional') {
    return [expression.whenTrue, expression.whenFalse].flatMap((part) => writtenItems(types, part, site, left - 1))
  }
  const call = expression.kind === 'call' ? site.file.calls[expression.call] : undefined
  return call === undefined ? [null] : mappedItems(types, call, site, left)
}

/** `users.map((user) => ({ … }))`, `users.flatMap((user) => [{ … }])`, `jobs.filter(…)` */
function mappedItems(types: Inference, call: Call, site: Site, left: number): readonly (Written | null)[] {
  if (call.callee.kind !== 'member') return [null]
  const { name, object } = call.callee
  if (name === 'filter' || name === 'slice') return writtenItems(types, object, site, left - 1)
  const given = call.arguments[0]?.value
  const made = given === undefined || (name !== 'map' && name !== 'flatMap') ? null : types.typeOf(given, site)
  const returned = made?.kind === 'function' ? returnedValues(made.ref) : []
  if (returned.length === 0) return [null]
  return name === 'map' ? returned : returned.flatMap((each) => writtenItems(types, each.expression, each.site, left - 1))
}

/** `jobs.push({ … })` on a variable of the file. */
function pushedItems(name: string, { file, function: owner }: Site): readonly Written[] {
  const local = findName(file, owner, name)
  if (local?.kind !== 'variable') return []
  return callsNamed(file, 'push').flatMap((call) => {
    const isSame = call.callee.kind === 'member' && call.callee.object.kind === 'name' && call.callee.object.name === name
    if (!isSame || findName(file, call.function, name) !== local) return []
    return call.arguments.map(({ value }) => ({ expression: value, site: { file, function: call.function, at: value.span.start } }))
  })
}
