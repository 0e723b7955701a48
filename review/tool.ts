import { readFileSync } from 'node:fs'
import { packageFile } from '../analysis/languages/package-files.ts'

/** The name and version that reports carry; the version is that of the package. */
export const tool: { readonly name: string; readonly version: string } = { name: 'taskwise', version: packageVersion() }

function packageVersion(): string {
  const values: unknown = JSON.parse(readFileSync(packageFile('package.json') ?? 'package.json', 'utf8'))
  if (typeof values === 'object' && values !== null && 'version' in values) return String(values.version)
  throw new Error('The installation is damaged: its package.json names no version.')
}
