import { folderOf, foldersUpFrom, resolvePath } from '../files/paths.ts'
import type { Workspace } from '../files/workspace.ts'
import { moduleOptionsReader, type ModuleOptions } from './module-options.ts'
import { fillStar, matchPattern } from './star-patterns.ts'

/** What `tsconfig.json` and `jsconfig.json` files say about names of modules. */
export interface PathMappings {
  /** Where a module may lie that is imported in a folder, the best place first: paths whose extension may be missing. */
  candidates(module: string, folder: string): readonly string[]
  /** The names without a star that configurations have for a place, and the place of each. */
  fixedNames(): readonly (readonly [name: string, path: string])[]
}

/** The options that concern modules, with paths from the root. */
interface Mapping {
  readonly baseUrl: string | null
  readonly paths: readonly (readonly [pattern: string, targets: readonly string[]])[]
}

/** @param folderOfPackage where the package of a name lies, seen from a folder. */
export function readPathMappings(
  workspace: Pick<Workspace, 'otherPaths' | 'text'>,
  folderOfPackage: (name: string, folder: string) => string | null,
): PathMappings {
  const optionsOf = moduleOptionsReader(workspace, folderOfPackage)
  const byFolder = configurationsByFolder(workspace.otherPaths)
  const mappings = new Map<string, Mapping>()
  const remembered = new Map<string, readonly Mapping[]>()

  function mappingOf(file: string): Mapping {
    let mapping = mappings.get(file)
    if (mapping === undefined) {
      mapping = toMapping(optionsOf(file), folderOf(file))
      mappings.set(file, mapping)
    }
    return mapping
  }

  /** The nearest configurations decide; further up, only the names that they leave open. */
  function mappingsFor(folder: string): readonly Mapping[] {
    let found = remembered.get(folder)
    if (found === undefined) {
      const nearest = foldersUpFrom(folder).flatMap((each) => byFolder.get(each)?.map(mappingOf).sort(byUse).slice(0, 1) ?? [])
      found = nearest.map((mapping, index) => (index === 0 ? mapping : { ...mapping, baseUrl: null }))
      remembered.set(folder, found)
    }
    return found
  }

  return {
    candidates: (module, folder) => mappingsFor(folder).flatMap((mapping) => placesIn(mapping, module)),
    fixedNames: () =>
      [...byFolder.values()].flat().flatMap((file) =>
        mappingOf(file).paths.flatMap(([pattern, targets]) => (pattern.includes('*') ? [] : targets.map((target) => [pattern, target] as const))),
      ),
  }
}

/** Those that an editor takes by themselves first; those for tests and tools are seldom the ones that name modules. */
function configurationsByFolder(paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const byFolder = new Map<string, string[]>()
  for (const path of paths) {
    if (!/(^|\/)[jt]sconfig([.-][\w.-]+)?\.json$/.test(path)) continue
    const known = byFolder.get(folderOf(path))
    if (known === undefined) byFolder.set(folderOf(path), [path])
    else if (path.endsWith('tsconfig.json')) known.unshift(path)
    else known.push(path)
  }
  return byFolder
}

function toMapping({ baseUrl, paths }: ModuleOptions, configuration: string): Mapping {
  const at = (text: string, folder: string): string | null =>
    text.startsWith('${configDir}') ? resolvePath(configuration, `.${text.slice('${configDir}'.length)}`) : resolvePath(folder, text)
  const base = baseUrl === null ? null : at(baseUrl.value, folderOf(baseUrl.file))
  const home = base ?? (paths === null ? '' : folderOf(paths.file))
  const patterns = Object.entries(paths?.value ?? {}).map(([pattern, targets]) => {
    const places = Array.isArray(targets) ? targets.flatMap((target) => (typeof target === 'string' ? (at(target, home) ?? []) : [])) : []
    return [pattern, places] as const
  })
  return { baseUrl: base, paths: patterns }
}

/** Of several in one folder, one that names modules is the one that is used. */
function byUse(left: Mapping, right: Mapping): number {
  return rank(left) - rank(right)
}

function rank({ baseUrl, paths }: Mapping): number {
  if (paths.length > 0) return 0
  return baseUrl === null ? 2 : 1
}

function placesIn({ baseUrl, paths }: Mapping, module: string): readonly string[] {
  const match = matchPattern(paths, module)
  const mapped = match === null ? [] : match.value.map((target) => fillStar(target, match.star))
  const based = baseUrl === null ? null : resolvePath(baseUrl, module)
  return based === null ? mapped : [...mapped, based]
}
