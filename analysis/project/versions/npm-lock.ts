import { foldersUpFrom } from '../files/paths.ts'
import { tableFrom, tableIn, textIn } from '../files/tables.ts'
import type { LockedVersion } from './lock-files.ts'

/**
 * `package-lock.json` and `npm-shrinkwrap.json`, versions 1 to 3 of the format. From the later ones, which are megabytes and list every package
 * under its whole path, only what is asked for is taken.
 */
export function readNpmLock(text: string): LockedVersion {
  if (/"packages"\s*:\s*\{/.test(text)) return ({ folder, name }) => installedVersion(text, folder, name)
  const packages = tableIn(tableFrom(() => JSON.parse(text)), 'dependencies')
  return ({ name }) => textIn(tableIn(packages, name), 'version')
}

/** As Node looks for it: in the `node_modules` of the importer's folder, then further up. */
function installedVersion(text: string, importer: string, name: string): string | null {
  for (const folder of foldersUpFrom(importer)) {
    const path = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`
    const entry = new RegExp(`"${path.replace(/[^\w/@-]/g, '\\$&')}"\\s*:\\s*\\{([^{}]*)`).exec(text)
    if (entry !== null) return /"version"\s*:\s*"([^"]+)"/.exec(entry[1] ?? '')?.[1] ?? null
  }
  return null
}
