import type { Expression, RecordEntry } from '../../model/expression.ts'
import type { FileFacts } from '../../model/file-facts.ts'
import type { Span } from '../../model/source.ts'
import { valuesOf } from './bindings.ts'
import { functionsAround, type Site } from './site.ts'

/** One item of a list, or one value of a record, as it is written down. */
export interface WrittenItem {
  readonly value: Expression
  /** The key in a record, where it is a plain text. */
  readonly key: string | null
  /** Set where the list or record stands elsewhere, under a name. */
  readonly shown: ShownAs | null
  /** The value stands for its key as well: `{ order }`. */
  readonly isShorthand?: true
}

/** What a reader sees of a value at the place where it is used: `payload["order"]`. */
export interface ShownAs {
  readonly text: string
  readonly span: Span
}

/** The items of a list, tuple, set or record written here or held by a variable. `null`: anything else. */
export function itemsOf(value: Expression, site: Site, shown: ShownAs | null): readonly WrittenItem[] | null {
  switch (value.kind) {
    case 'list':
    case 'tuple':
    case 'set':
      return value.items.flatMap((item, at) => itemOrSpread(item, site, below(shown, String(at))))
    case 'record':
      return value.entries.flatMap((entry) => entryOrSpread(entry, site, shown))
    case 'operation':
      return value.operator === '+' ? joined(value.operands, site, shown) : null
    case 'call':
      return madeRecord(value.call, site, shown)
    case 'name':
      return shown === null ? held(value.name, value.span, site) : null
    default:
      return null
  }
}

function itemOrSpread(item: Expression, site: Site, shown: ShownAs | null): readonly WrittenItem[] {
  if (item.kind !== 'spread') return [{ value: item, key: null, shown }]
  return itemsOf(item.value, site, shown) ?? [{ value: item, key: null, shown }]
}

function entryOrSpread({ key, value }: RecordEntry, site: Site, shown: ShownAs | null): readonly WrittenItem[] {
  if (key === null) return itemOrSpread({ kind: 'spread', value, span: value.span }, site, shown)
  const item = { value, ...keyed(literalText(key), shown, site.file) }
  return [key.span.start === value.span.start ? { ...item, isShorthand: true } : item]
}

/** `["placed"] + [order]` */
function joined(parts: readonly Expression[], site: Site, shown: ShownAs | null): readonly WrittenItem[] | null {
  const items = parts.map((part) => itemsOf(part, site, shown))
  return items.includes(null) ? null : items.flatMap((each) => each ?? [])
}

/** `dict(order=order)` */
function madeRecord(index: number, site: Site, shown: ShownAs | null): readonly WrittenItem[] | null {
  const call = site.file.calls[index]
  if (call?.callee.kind !== 'name' || call.callee.name !== 'dict' || call.arguments.length === 0) return null
  return call.arguments.every(({ name }) => name !== null) ? call.arguments.map(({ name, value }) => ({ value, ...keyed(name, shown, site.file) })) : null
}

/** A variable with one value that is not changed in place. */
function held(name: string, span: Span, site: Site): readonly WrittenItem[] | null {
  const values = valuesOf(name, site)
  const [value] = values ?? []
  if (value === undefined || values?.length !== 1 || value.kind === 'name' || isChanged(name, site.file) || isCompleted(name, site)) return null
  return itemsOf(value, { ...site, at: value.span.start }, { text: name, span })
}

/** `payload.order = order.id` after the record was made. */
function isCompleted(name: string, { file, function: owner }: Site): boolean {
  return file.language === 'typescript' && functionsAround(file, owner).some(({ bindings }) => bindings.some(({ target }) => target.startsWith(`${name}.`)))
}

/** Methods after which an item may be another one, or gone. */
const changes = new Set(['insert', 'pop', 'popitem', 'remove', 'clear', 'update', 'discard', 'sort', 'reverse'])

const remembered = new WeakMap<FileFacts, ReadonlySet<string>>()

/** Somewhere in the file something is put in the place of an item of the list or record called so, or taken from it. */
export function isChanged(name: string, file: FileFacts): boolean {
  let names = remembered.get(file)
  if (names === undefined) {
    names = changedNames(file)
    remembered.set(file, names)
  }
  return names.has(name)
}

function changedNames(file: FileFacts): ReadonlySet<string> {
  const written = file.functions.flatMap(({ bindings }) => bindings.filter(({ target }) => target.includes('[')).map(({ target }) => target.replace(/\[.*/, '')))
  const changed = file.calls.flatMap(({ callee }) => (callee.kind === 'member' && changes.has(callee.name) && callee.object.kind === 'name' ? [callee.object.name] : []))
  return new Set([...written, ...changed])
}

function below(shown: ShownAs | null, key: string): ShownAs | null {
  return shown === null ? null : { ...shown, text: `${shown.text}[${key}]` }
}

function keyed(key: string | null, shown: ShownAs | null, { language }: FileFacts): Pick<WrittenItem, 'key' | 'shown'> {
  const isMember = language === 'typescript' && key !== null && /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(key)
  if (isMember && shown !== null) return { key, shown: { ...shown, text: `${shown.text}.${key}` } }
  return { key, shown: below(shown, key === null ? '…' : `"${key}"`) }
}

function literalText(key: Expression | null): string | null {
  return key?.kind === 'literal' && typeof key.value === 'string' ? key.value : null
}
