import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const markers = new Set(['pyproject.toml', 'manage.py', 'package.json', '.git'])

/** What lies at the top of a code base of many packages, beside `workspaces` in a `package.json`. */
const joiningFiles = new Set(['pnpm-workspace.yaml', 'lerna.json', 'nx.json', 'rush.json', 'turbo.json'])

/**
 * The folder of the project that a file belongs to: the nearest one above it that holds a Taskwise configuration,
 * `pyproject.toml`, `manage.py`, `package.json` or `.git`; else the file's own folder.
 *
 * Where that is no more than one package, it is linked with the packages beside it. The project is then the outermost folder that joins
 * packages (`workspaces`, pnpm, Lerna, Nx, Rush, Turborepo); where none does and the package or its `tsconfig.json` points to something beside it, it is
 * the repository. The search ends at the top of the repository, or at a Taskwise configuration.
 *
 * `file` is an absolute path; nothing above `boundary` is looked at (`null`: no limit).
 */
export function projectRootOf(file: string, boundary: string | null = null): string {
  for (const folder of foldersFrom(dirname(file), boundary)) {
    if (folder.names.some(isMarker)) return isPackage(folder) ? wholeOf(folder, boundary) : folder.path
  }
  return dirname(file)
}

/**
 * The outermost folder from the file's own up to `directory` that holds what a project has at its top, not above the top of a
 * repository or a Taskwise configuration; `null` where none does. Both are absolute, and the file lies below `directory`.
 */
export function outermostProjectOf(file: string, directory: string): string | null {
  return [...foldersFrom(dirname(file), directory)].findLast(({ names }) => names.some(isMarker))?.path ?? null
}

interface Folder {
  readonly path: string
  readonly names: readonly string[]
}

/** From the innermost up to the first that nothing above it can belong to. */
function* foldersFrom(start: string, boundary: string | null): Generator<Folder> {
  for (let path = start; ; path = dirname(path)) {
    const names = entryNames(path)
    yield { path, names }
    if (names.some(isTop) || path === boundary || path === dirname(path)) return
  }
}

function wholeOf(own: Folder, boundary: string | null): string {
  const above = [...foldersFrom(own.path, boundary)]
  const joining = above.findLast(joinsPackages)
  if (joining !== undefined) return joining.path
  const repository = above.findLast(({ names }) => names.includes('.git'))
  return repository !== undefined && pointsOutside(own) ? repository.path : own.path
}

function isMarker(name: string): boolean {
  return markers.has(name) || isConfiguration(name)
}

function isTop(name: string): boolean {
  return name === '.git' || isConfiguration(name)
}

function isConfiguration(name: string): boolean {
  return name.startsWith('taskwise.config.')
}

/** A package of JavaScript, and nothing else. */
function isPackage({ names }: Folder): boolean {
  return names.every((name) => name === 'package.json' || !isMarker(name))
}

function joinsPackages({ path, names }: Folder): boolean {
  return names.some((name) => joiningFiles.has(name)) || (names.includes('package.json') && /"workspaces"\s*:/.test(textOf(path, 'package.json')))
}

/** `"file:../shared"` in the package, `"extends": "../tsconfig.base.json"` or `"../shared/*"` in what configures its compiler. */
function pointsOutside({ path, names }: Folder): boolean {
  if (/"(?:file|link|portal):\.\.\//.test(textOf(path, 'package.json'))) return true
  return names.includes('tsconfig.json') && /"(?:\.\/)*\.\.\/(?![^"]*node_modules|dist\b|build\b)/.test(textOf(path, 'tsconfig.json'))
}

function textOf(folder: string, name: string): string {
  try {
    return readFileSync(join(folder, name), 'utf8')
  } catch {
    return ''
  }
}

function entryNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
