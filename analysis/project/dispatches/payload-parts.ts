import type { Expression } from '../../model/expression.ts'
import type { Argument } from '../../model/file-facts.ts'
import type { Span } from '../../model/source.ts'
import type { Site } from '../facts/site.ts'
import { itemsOf, type ShownAs } from '../facts/written-items.ts'

/** One argument of a task on its way into a message, before it is looked into. */
export interface PayloadPart {
  readonly name: string | null
  /** Among the positional arguments; `null` where it has a name or follows a spread. */
  readonly position: number | null
  readonly optionOf: string | null
  readonly value: Expression
  readonly span: Span
  readonly shown: ShownAs | null
  readonly isShorthand?: true
}

/** A part with the place from which its names are looked up. */
export interface LocatedPart {
  readonly part: PayloadPart
  readonly site: Site
}

/** A form of dispatch that takes options, with their names. */
export interface OptionTaker {
  readonly method: string
  readonly options: ReadonlySet<string>
}

/** All arguments of a call as parts of the payload. @param taking the form of dispatch that some of them may have been meant for. */
export function plainParts(given: readonly Argument[], taking: OptionTaker): readonly PayloadPart[] {
  const firstSpread = given.findIndex(({ spread }) => spread === 'positional')
  return given.flatMap(({ name, spread, value, span }, at) => {
    if (spread !== null) return []
    const position = name === null && (firstSpread === -1 || at < firstSpread) ? at : null
    return [{ name, position, value, span, optionOf: name !== null && taking.options.has(name) ? taking.method : null, shown: null }]
  })
}

/** Arguments that are sent as they are, but not as arguments of one run of the task. */
export function wholeParts(given: readonly Argument[]): readonly PayloadPart[] {
  return given.map(({ value, span }) => ({ name: null, position: null, optionOf: null, value, span, shown: null }))
}

/** The items of `args=` and `kwargs=`, where they are written down. */
export function packedParts(args: Expression | undefined, kwargs: Expression | undefined, site: Site): readonly PayloadPart[] {
  const items = (args === undefined ? null : itemsOf(args, site, null)) ?? []
  const firstSpread = items.findIndex(({ value }) => value.kind === 'spread')
  const positional = items.map(({ value, shown }, at) => ({
    name: null, position: firstSpread === -1 || at < firstSpread ? at : null, optionOf: null, value, shown, span: shown?.span ?? value.span,
  }))
  const named = (kwargs === undefined ? null : itemsOf(kwargs, site, null)) ?? []
  return [
    ...positional,
    ...named.map(({ key, shown, ...item }) => ({ ...item, name: key, position: null, optionOf: null, shown, span: shown?.span ?? item.value.span })),
  ]
}

/** The entries of a record that is sent, where they are written down, else the whole of it. */
export function dataParts(data: Expression, site: Site): readonly PayloadPart[] {
  const named = packedParts(undefined, data, site)
  return named.length > 0 || data.kind === 'record' ? named : wholeParts([{ name: null, spread: null, value: data, span: data.span }])
}
