import { tableIn, tableOfJson, textIn, type Table } from '../files/tables.ts'
import type { LockedVersion } from './lock-files.ts'

/** `bun.lock`, the text form. A package that one importer has in another version stands under both names. */
export function readBunLock(text: string): LockedVersion {
  const content = tableOfJson(text)
  const packages = tableIn(content, 'packages')
  const workspaces = tableIn(content, 'workspaces')
  return ({ folder, name }) => {
    const importer = textIn(tableIn(workspaces, folder), 'name')
    return (importer === null ? null : versionOf(packages, `${importer}/${name}`)) ?? versionOf(packages, name)
  }
}

/** `["bullmq@5.1.1", …]` */
function versionOf(packages: Table, key: string): string | null {
  const entry: unknown = packages[key]
  const first: unknown = Array.isArray(entry) ? entry[0] : null
  const version = typeof first === 'string' ? first.slice(first.lastIndexOf('@') + 1) : ''
  return /^\d/.test(version) ? version : null
}
