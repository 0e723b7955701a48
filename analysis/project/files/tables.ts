import { createRequire } from 'node:module'
import type * as Jsonc from 'jsonc-parser'

/** What stands under the keys of a configuration file. */
export type Table = Readonly<Record<string, unknown>>

export function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The table under a key; empty where there is none. */
export function tableIn(table: Table, key: string): Table {
  const value = table[key]
  return isTable(value) ? value : {}
}

/** The text under a key; `null` where there is none. */
export function textIn(table: Table, key: string): string | null {
  const value = table[key]
  return typeof value === 'string' ? value : null
}

/** What `parse` gives if it is a table; an unreadable file is an empty one. */
export function tableFrom(parse: () => unknown): Table {
  try {
    const content = parse()
    return isTable(content) ? content : {}
  } catch {
    return {}
  }
}

/** A file of JSON that may hold comments and trailing commas; empty where it cannot be read. */
export function tableOfJson(text: string): Table {
  const strict = tableFrom(() => JSON.parse(text))
  return Object.keys(strict).length > 0 ? strict : tableFrom(() => jsonc().parse(text, [], { allowTrailingComma: true }))
}

let loaded: typeof Jsonc | undefined

/** Loaded on first use: most projects never need it. */
function jsonc(): typeof Jsonc {
  loaded ??= createRequire(import.meta.url)('jsonc-parser') as typeof Jsonc
  return loaded
}
