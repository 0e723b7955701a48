import { parse as parseToml } from 'smol-toml'
import { isTable, tableFrom } from '../files/tables.ts'

/** What a file says about one package: a version, or a specifier that admits some. */
export interface PackageVersion {
  readonly name: string
  readonly version: string
}

/** The packages of a lock file: `uv.lock`, `poetry.lock`, `pdm.lock`, `pylock.toml` or `Pipfile.lock`. Other files hold none. */
export function lockedPackages(path: string, text: string): readonly PackageVersion[] {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (name === 'Pipfile.lock') return packagesOfPipenv(text)
  if (!/^((uv|poetry|pdm)\.lock|pylock(\.[\w-]+)?\.toml)$/.test(name)) return []
  const content = tableFrom(() => parseToml(text))
  const packages = content['package'] ?? content['packages']
  return Array.isArray(packages) ? packages.flatMap((entry) => versionIn(entry)) : []
}

function versionIn(entry: unknown): readonly PackageVersion[] {
  if (!isTable(entry)) return []
  const { name, version } = entry
  return typeof name === 'string' && typeof version === 'string' ? [{ name, version }] : []
}

function packagesOfPipenv(text: string): readonly PackageVersion[] {
  const content = tableFrom(() => JSON.parse(text))
  return ['default', 'develop'].flatMap((section) => {
    const packages = content[section]
    if (!isTable(packages)) return []
    return Object.entries(packages).flatMap(([name, entry]) => {
      const version = isTable(entry) ? entry['version'] : undefined
      return typeof version === 'string' && version.startsWith('==') ? [{ name, version: version.slice(2) }] : []
    })
  })
}
