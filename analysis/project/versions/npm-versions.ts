import { versionedPackages } from '../../frameworks/npm-packages.ts'
import { declaredSpecifier, packageManifests } from '../files/package-manifests.ts'
import { folderOf, foldersUpFrom } from '../files/paths.ts'
import type { Workspace } from '../files/workspace.ts'
import { readBunLock } from './bun-lock.ts'
import type { LockedVersion, Use } from './lock-files.ts'
import { readNpmLock } from './npm-lock.ts'
import { parseNpmRange } from './npm-ranges.ts'
import { readPnpmLock } from './pnpm-lock.ts'
import { rememberByText } from './remember-by-text.ts'
import { exactly, span, type VersionRange } from './version-ranges.ts'
import { readYarnLock } from './yarn-lock.ts'

const lockReaders: ReadonlyMap<string, (path: string, text: string) => LockedVersion> = new Map([
  ['package-lock.json', rememberByText(readNpmLock)],
  ['npm-shrinkwrap.json', rememberByText(readNpmLock)],
  ['pnpm-lock.yaml', rememberByText(readPnpmLock)],
  ['yarn.lock', rememberByText(readYarnLock)],
  ['bun.lock', rememberByText(readBunLock)],
])

/** What one package says about one dependency, and how deep below the root that was found out. */
interface Statement {
  readonly kind: 'locked' | 'pinned' | 'declared'
  readonly depth: number
  readonly range: VersionRange
}

/**
 * The versions of each package of npm that the project's own packages can have installed: what lock files say, those nearest to the root
 * before all others, else exact versions, else the ranges that are declared. Where packages differ, the range spans what they say.
 */
export function npmVersionRanges(workspace: Pick<Workspace, 'otherPaths' | 'layout' | 'text'>): ReadonlyMap<string, VersionRange> {
  const found = versionedPackages.flatMap((name) => {
    const statements = packageManifests(workspace).flatMap((manifest) => {
      const specifier = declaredSpecifier(manifest, name)
      return specifier === null ? [] : statementAbout(workspace, { folder: manifest.folder, name, specifier })
    })
    const strongest = statements.filter((each) => !statements.some((other) => isStronger(other, each)))
    return strongest.length === 0 ? [] : [[name, strongest.map(({ range }) => range).reduce(span)] as const]
  })
  return new Map(found)
}

function isStronger(one: Statement, other: Statement): boolean {
  const ranks = ['locked', 'pinned', 'declared'] as const
  return one.kind === other.kind ? one.kind === 'locked' && one.depth < other.depth : ranks.indexOf(one.kind) < ranks.indexOf(other.kind)
}

function statementAbout(workspace: Pick<Workspace, 'otherPaths' | 'layout' | 'text'>, use: Use): readonly Statement[] {
  for (const folder of foldersUpFrom(use.folder)) {
    const relative = folder === '' ? use.folder : use.folder.slice(folder.length + 1)
    const versions = workspace.otherPaths.flatMap((path) => (folderOf(path) === folder ? (lockedVersion(workspace, path, { ...use, folder: relative }) ?? []) : []))
    const depth = folder === '' ? 0 : folder.split('/').length
    if (versions.length > 0) return [{ kind: 'locked', depth, range: versions.map(exactly).reduce(span) }]
  }
  const range = parseNpmRange(use.specifier)
  if (range === null) return []
  return [{ kind: range.least !== null && range.least === range.most ? 'pinned' : 'declared', depth: 0, range }]
}

function lockedVersion(workspace: Pick<Workspace, 'text'>, path: string, use: Use): string | null {
  const read = lockReaders.get(path.slice(path.lastIndexOf('/') + 1))
  const text = read === undefined ? null : workspace.text(path)
  return read === undefined || text === null ? null : read(path, text)(use)
}
