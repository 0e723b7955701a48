import type { PackageManifest } from '../files/package-manifests.ts'
import { resolvePath } from '../files/paths.ts'
import { isTable, textIn } from '../files/tables.ts'
import type { ScriptFiles } from './script-files.ts'
import { fillStar, matchPattern } from './star-patterns.ts'

/** Folders that a package publishes from and that nobody writes in. */
const madeFolders = new Set(['dist', 'build', 'lib', 'out', 'output', 'esm', 'cjs', 'es', 'umd', 'commonjs', 'module', 'types', '.build'])

/** Where the sources lie that such folders are made from. */
const sourceFolders = ['src', '', 'lib', 'source']

const entryFields = ['source', 'module', 'main', 'types', 'typings']
const usualEntries = ['index', 'src/index', 'src/main', 'lib/index']

/** The source file behind what a package exports. @param subpath what follows the package's name, without a slash; empty: the package itself. */
export function packageEntry({ folder, content }: PackageManifest, subpath: string, files: ScriptFiles): string | null {
  const exported = exportedTargets(content['exports'], subpath === '' ? '.' : `./${subpath}`)
  const written = subpath === '' ? [...entryFields.flatMap((field) => textIn(content, field) ?? []), ...usualEntries] : [subpath]
  return firstSource(folder, [...exported, ...written], files)
}

/** What a package calls itself under a name with a hash (`#queues`): source files, or names of other packages. */
export function packageImport({ folder, content }: PackageManifest, name: string, files: ScriptFiles, elsewhere: (name: string) => string | null): string | null {
  for (const target of exportedTargets(content['imports'], name)) {
    const found = target.startsWith('.') ? sourceOf(folder, target, files) : elsewhere(target)
    if (found !== null) return found
  }
  return null
}

/** What `exports` or `imports` has for a key, under any condition, in the order of writing. */
function exportedTargets(field: unknown, key: string): readonly string[] {
  if (!isTable(field) || Object.keys(field).every((each) => !/^[.#]/.test(each))) return key === '.' ? leavesOf(field) : []
  const match = matchPattern(Object.entries(field).map(([pattern, value]) => [withStar(pattern), value] as const), key)
  return match === null ? [] : leavesOf(match.value).map((target) => fillStar(withStar(target), match.star))
}

/** `./features/` is the old spelling of `./features/*`. */
function withStar(pattern: string): string {
  return pattern.endsWith('/') ? `${pattern}*` : pattern
}

function leavesOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(leavesOf)
  return isTable(value) ? Object.values<unknown>(value).flatMap(leavesOf) : []
}

function firstSource(folder: string, targets: readonly string[], files: ScriptFiles): string | null {
  for (const target of targets) {
    const found = sourceOf(folder, target, files)
    if (found !== null) return found
  }
  return null
}

/** A file as it is, or else what it was made from: `dist/web/index.mjs` from `src/web/index.ts`. */
function sourceOf(folder: string, target: string, files: ScriptFiles): string | null {
  const found = fileIn(folder, target, files)
  if (found !== null) return found
  const segments = target.split('/').filter((segment) => segment !== '.')
  const made = segments.findIndex((segment) => !madeFolders.has(segment))
  for (let start = 1; start <= (made === -1 ? segments.length : made); start += 1) {
    const rest = segments.slice(start).join('/').replace(/(\.d)?\.[cm]?[jt]sx?$/, '')
    for (const source of sourceFolders) {
      const original = fileIn(folder, `${source}/${rest}`, files)
      if (original !== null) return original
    }
  }
  return null
}

function fileIn(folder: string, path: string, files: ScriptFiles): string | null {
  const full = resolvePath(folder, `./${path}`)
  return full === null ? null : files.at(full)
}
