import type { LockedVersion } from './lock-files.ts'

const groups = new Set(['dependencies', 'devDependencies', 'optionalDependencies'])

/**
 * `pnpm-lock.yaml`, versions 5 to 9 of the format. Only what the project's own packages use is read, which stands at the start; pnpm writes
 * it line by line, always in the same way, so that reading all of it as YAML would be a waste.
 */
export function readPnpmLock(text: string): LockedVersion {
  const versions = new Map<string, string>()
  for (const { keys, value } of entriesIn(text.slice(0, endOfUses(text)))) {
    const [importer, group, name, field] = keys[0] === 'importers' ? keys.slice(1) : ['.', ...keys]
    if (importer === undefined || name === undefined || group === undefined || !groups.has(group)) continue
    if (field !== undefined && field !== 'version') continue
    const [version] = /^\d[^(_]*/.exec(value) ?? []
    if (version !== undefined) versions.set(`${importer} ${name}`, version)
  }
  return ({ folder, name }) => versions.get(`${folder === '' ? '.' : folder} ${name}`) ?? null
}

function endOfUses(text: string): number {
  const end = text.search(/^packages:/m)
  return end === -1 ? text.length : end
}

interface Entry {
  /** From the outermost to its own. */
  readonly keys: readonly string[]
  readonly value: string
}

/** The lines that hold a key, with those that they are indented below. */
function* entriesIn(text: string): Generator<Entry> {
  let open: { readonly indent: number; readonly key: string }[] = []
  for (const [, spaces = '', quoted, plain = '', value = ''] of text.matchAll(/^( *)(?:'([^'\n]*)'|([^\s':#][^:\n]*)):(?: ([^\r\n]*))?\r?$/gm)) {
    open = [...open.filter(({ indent }) => indent < spaces.length), { indent: spaces.length, key: quoted ?? plain }]
    yield { keys: open.map(({ key }) => key), value: value.replace(/^['"]|['"]$/g, '') }
  }
}
