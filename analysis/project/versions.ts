import { parse as parseToml } from 'smol-toml'
import type { Workspace } from './workspace.ts'

/** Installed versions by package (lower case, `-`): lock files first, then exact pins in requirement files. */
export function installedVersions(workspace: Workspace): Readonly<Record<string, string>> {
  const versions: Record<string, string> = {}
  for (const path of workspace.otherPaths) {
    const text = workspace.text(path)
    if (text === null) continue
    if (/(^|\/)(poetry|uv)\.lock$/.test(path)) Object.assign(versions, lockedPackages(text))
    else if (/\.(txt|in)$/.test(path)) for (const [name, version] of pins(text)) versions[name] ??= version
  }
  return versions
}

function lockedPackages(text: string): Readonly<Record<string, string>> {
  try {
    const { package: packages } = parseToml(text)
    if (!Array.isArray(packages)) return {}
    return Object.fromEntries(packages.flatMap((entry) => namedVersion(entry)))
  } catch {
    return {}
  }
}

function namedVersion(entry: unknown): readonly (readonly [string, string])[] {
  if (typeof entry !== 'object' || entry === null || !('name' in entry) || !('version' in entry)) return []
  const { name, version } = entry
  return typeof name === 'string' && typeof version === 'string' ? [[normalName(name), version]] : []
}

function pins(text: string): readonly (readonly [string, string])[] {
  return [...text.matchAll(/^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?\s*==\s*([0-9][\w.]*)/gm)].map(([, name = '', version = '']) => [normalName(name), version])
}

function normalName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-')
}

/** Compares the numbers of two versions; what follows them (`rc1`) is left out. */
export function isAtLeast(version: string, least: string): boolean {
  const own = numbersOf(version)
  for (const [index, wanted] of numbersOf(least).entries()) {
    const part = own[index] ?? 0
    if (part !== wanted) return part > wanted
  }
  return true
}

function numbersOf(version: string): readonly number[] {
  return (/^\d+(\.\d+)*/.exec(version)?.[0] ?? '').split('.').map(Number)
}
