import type { Expression } from '../model/expression.ts'
import type { Argument, Call, FileFacts } from '../model/file-facts.ts'
import type { PayloadArgument } from '../model/dispatch.ts'
import type { PayloadValue } from '../model/value.ts'
import type { Inference } from './inference.ts'
import { callSite, type Site } from './site.ts'
import { secretIn } from './secrets.ts'
import { shapeOf } from './shapes.ts'
import { rawText, textOf } from './text-of.ts'
import type { Type } from './type.ts'

/** One value on its way into a message, before it is looked into. */
export interface PayloadPart {
  readonly name: string | null
  readonly isOptionName: boolean
  readonly value: Expression
  readonly span: Argument['span']
}

/** All arguments of a call as parts of the payload. */
export function plainParts(given: readonly Argument[], optionNames: ReadonlySet<string>): readonly PayloadPart[] {
  return given
    .filter(({ spread }) => spread === null)
    .map(({ name, value, span }) => ({ name, value, span, isOptionName: name !== null && optionNames.has(name) }))
}

/** The items of `args=` and `kwargs=`, where they are written in place. */
export function packedParts(args: Expression | undefined, kwargs: Expression | undefined, file: FileFacts): readonly PayloadPart[] {
  const parts: PayloadPart[] = []
  if (args !== undefined && (args.kind === 'list' || args.kind === 'tuple')) {
    for (const item of args.items) parts.push({ name: null, isOptionName: false, value: item, span: item.span })
  }
  if (kwargs?.kind === 'record') {
    for (const { key, value } of kwargs.entries) {
      const name = key?.kind === 'literal' && typeof key.value === 'string' ? key.value : null
      parts.push({ name, isOptionName: false, value, span: value.span })
    }
  }
  const made = kwargs?.kind === 'call' ? file.calls[kwargs.call] : undefined
  if (made?.callee.kind === 'name' && made.callee.name === 'dict') return [...parts, ...plainParts(made.arguments, new Set())]
  return parts
}

/** @param parameters names of the task's parameters, for values passed by position. */
export function payloadOf(
  types: Inference,
  file: FileFacts,
  call: Call,
  parts: readonly PayloadPart[],
  parameters: readonly string[],
): readonly PayloadArgument[] {
  const site = callSite(file, call)
  return parts.map((part, position) => {
    const name = part.name ?? parameters[position] ?? null
    return {
      name: part.name,
      isOptionName: part.isOptionName,
      span: part.span,
      values: leavesOf(part.value, name).map((leaf) => payloadValue(types, site, leaf.value, leaf.name)),
    }
  })
}

interface Leaf {
  readonly value: Expression
  readonly name: string | null
}

function leavesOf(value: Expression, name: string | null): readonly Leaf[] {
  switch (value.kind) {
    case 'list':
    case 'tuple':
    case 'set':
      return value.items.flatMap((item) => leavesOf(item, name))
    case 'record':
      return value.entries.flatMap((entry) => leavesOf(entry.value, entry.key?.kind === 'literal' ? String(entry.key.value) : null))
    case 'spread':
      return []
    default:
      return [{ value, name }]
  }
}

function payloadValue(types: Inference, site: Site, value: Expression, name: string | null): PayloadValue {
  const measured = value.kind === 'comprehension' ? value.element : value
  const type = types.typeOf(measured, { ...site, at: measured.span.start })
  return {
    shape: shapeOf(types, type),
    secret: type.kind === 'literal' && value.kind !== 'literal' ? null : secretIn(value, name),
    text: textOf(types.workspace, site.file, value.span),
    identifierText: identifierText(types, site.file, measured, type),
    span: value.span,
  }
}

function identifierText(types: Inference, file: FileFacts, value: Expression, type: Type): string | null {
  if (type.kind !== 'entity' || (value.kind !== 'name' && value.kind !== 'member')) return null
  const family = type.ref === null ? null : types.family(type.ref)
  const isDjango = family === null || [...family.externals].some((name) => !/^(sqlalchemy|flask_sqlalchemy|sqlmodel)\b/.test(name))
  return `${rawText(types.workspace, file, value.span)}.${isDjango ? 'pk' : 'id'}`
}
