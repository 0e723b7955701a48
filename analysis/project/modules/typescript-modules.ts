import { isBuiltin } from 'node:module'
import { packageManifests } from '../files/package-manifests.ts'
import { folderOf, foldersUpFrom, resolvePath } from '../files/paths.ts'
import type { Workspace } from '../files/workspace.ts'
import { packageEntry, packageImport } from './package-entries.ts'
import { readPathMappings, type PathMappings } from './path-mappings.ts'
import { indexScripts, type ScriptFiles } from './script-files.ts'
import { indexPackages, type WorkspacePackages } from './workspace-packages.ts'

export interface TypeScriptModules {
  /**
   * The file of a module, as the compiler, Node and the usual bundlers would find it: beside the importer, by the names that a
   * `tsconfig.json` gives, or in a package of the same code base. `null`: not part of the project.
   */
  find(module: string, fromPath: string): string | null
}

/** What names of modules are looked up in. */
export interface ModuleSources {
  readonly files: ScriptFiles
  readonly packages: WorkspacePackages
  readonly mappings: PathMappings
}

export function moduleSources(workspace: Pick<Workspace, 'paths' | 'otherPaths' | 'layout' | 'text'>): ModuleSources {
  const packages = indexPackages(packageManifests(workspace))
  const mappings = readPathMappings(workspace, (name, folder) => packages.named(name, folder)?.folder ?? null)
  return { files: indexScripts(workspace.paths), packages, mappings }
}

export function indexTypeScriptModules(sources: ModuleSources): TypeScriptModules {
  const remembered = new Map<string, string | null>()
  return {
    find(module, fromPath) {
      const folder = folderOf(fromPath)
      const key = `${folder}\0${module}`
      let found = remembered.get(key)
      if (found === undefined) {
        found = findModule(sources, module.replace(/[?].*$/, ''), folder)
        remembered.set(key, found)
      }
      return found
    },
  }
}

function findModule(sources: ModuleSources, module: string, folder: string): string | null {
  if (module.startsWith('.')) return findPlace(sources, resolvePath(folder, module))
  if (module.startsWith('/') || module.includes(':') || isBuiltin(module)) return null
  if (module.startsWith('#')) {
    const own = findOwnName(sources, module, folder)
    if (own !== null) return own
  }
  return findMapped(sources, module, folder) ?? findInPackages(sources, module, folder) ?? findByHabit(sources, module, folder)
}

/** A file, a folder with an index file, or the folder of a package. */
function findPlace({ files, packages }: ModuleSources, path: string | null): string | null {
  if (path === null) return null
  const found = files.at(path)
  if (found !== null) return found
  const manifest = packages.at(path)
  return manifest === null ? null : packageEntry(manifest, '', files)
}

function findOwnName(sources: ModuleSources, module: string, folder: string): string | null {
  const own = sources.packages.around(folder)
  if (own === null) return null
  return packageImport(own, module, sources.files, (name) => (name.startsWith('#') ? null : findInPackages(sources, name, folder)))
}

function findMapped(sources: ModuleSources, module: string, folder: string): string | null {
  for (const candidate of sources.mappings.candidates(module, folder)) {
    const found = findPlace(sources, candidate)
    if (found !== null) return found
  }
  return null
}

function findInPackages({ files, packages }: ModuleSources, module: string, folder: string): string | null {
  const [, name = '', subpath = ''] = /^((?:@[^/]+\/)?[^/]+)\/?(.*)$/.exec(module) ?? []
  const manifest = packages.named(name, folder)
  return manifest === null ? null : packageEntry(manifest, subpath, files)
}

/** `@/queues`, `~/queues` and `src/queues` mean something inside the own package, even where only a bundler is told; used if just one file fits. */
function findByHabit({ files, packages }: ModuleSources, module: string, folder: string): string | null {
  const [, prefix, rest = ''] = /^([@~]|src)\/(.+)$/.exec(module) ?? []
  if (prefix === undefined) return null
  const top = packages.around(folder)?.folder ?? ''
  const folders = foldersUpFrom(folder).filter((each) => each.length >= top.length)
  const places = prefix === 'src' ? [`src/${rest}`] : [rest, `src/${rest}`, `app/${rest}`]
  const paths = folders.flatMap((each) => places.flatMap((place) => resolvePath(each, place) ?? []))
  const found = new Set(paths.flatMap((path) => files.at(path) ?? []))
  const [only] = found
  return found.size === 1 && only !== undefined ? only : null
}
