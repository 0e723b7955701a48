import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The name and version that reports carry; the version is that of the nearest `package.json` above this file. */
export const tool: { readonly name: string; readonly version: string } = { name: 'taskwise', version: versionAbove(import.meta.dirname) }

function versionAbove(folder: string): string {
  const values = readPackage(join(folder, 'package.json'))
  if (values !== null) return values
  if (folder === dirname(folder)) throw new Error('The installation is incomplete: its package.json is missing.')
  return versionAbove(dirname(folder))
}

function readPackage(file: string): string | null {
  try {
    const values: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return typeof values === 'object' && values !== null && 'version' in values ? String(values.version) : null
  } catch {
    return null
  }
}
