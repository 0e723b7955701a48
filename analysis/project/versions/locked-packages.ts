import { parse as parseToml } from 'smol-toml'

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

/** What `parse` gives if it is a table; an unreadable file is an empty one. */
export function tableFrom(parse: () => unknown): Readonly<Record<string, unknown>> {
  try {
    const content = parse()
    return isTable(content) ? content : {}
  } catch {
    return {}
  }
}

export function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
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
