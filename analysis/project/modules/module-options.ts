import { folderOf, resolvePath } from '../files/paths.ts'
import { isTable, tableIn, tableOfJson, textIn, type Table } from '../files/tables.ts'
import type { Workspace } from '../files/workspace.ts'

/** The options of a `tsconfig.json` that concern names of modules, those that it extends included. */
export interface ModuleOptions {
  readonly baseUrl: Written<string> | null
  readonly paths: Written<Table> | null
}

export interface Written<T> {
  readonly value: T
  /** The configuration file it stands in. */
  readonly file: string
}

/**
 * Reads configuration files by path. What one extends may lie in a package of the project; from outside of it nothing is read.
 * @param folderOfPackage where the package of a name lies, seen from a folder.
 */
export function moduleOptionsReader(
  workspace: Pick<Workspace, 'otherPaths' | 'text'>,
  folderOfPackage: (name: string, folder: string) => string | null,
): (file: string) => ModuleOptions {
  const present = new Set(workspace.otherPaths)

  function read(file: string, open: readonly string[]): ModuleOptions {
    if (open.includes(file)) return { baseUrl: null, paths: null }
    const content = tableOfJson(workspace.text(file) ?? '')
    const { baseUrl, paths } = ownOptions(tableIn(content, 'compilerOptions'), file)
    const inherited = [content['extends']].flat().flatMap((name) => {
      const base = typeof name === 'string' ? findBase(name, folderOf(file)) : null
      return base === null ? [] : [read(base, [...open, file])]
    })
    return {
      baseUrl: baseUrl ?? inherited.findLast((each) => each.baseUrl !== null)?.baseUrl ?? null,
      paths: paths ?? inherited.findLast((each) => each.paths !== null)?.paths ?? null,
    }
  }

  function findBase(name: string, folder: string): string | null {
    const base = name.startsWith('.') ? resolvePath(folder, name) : findInPackage(name, folder)
    if (base === null) return null
    return [base, `${base}.json`, base === '' ? 'tsconfig.json' : `${base}/tsconfig.json`].find((path) => present.has(path)) ?? null
  }

  function findInPackage(name: string, folder: string): string | null {
    const [, packageName = '', rest = ''] = /^((?:@[^/]+\/)?[^/]+)(.*)$/.exec(name) ?? []
    const found = folderOfPackage(packageName, folder)
    return found === null ? null : resolvePath(found, `.${rest}`)
  }

  return (file) => read(file, [])
}

function ownOptions(options: Table, file: string): ModuleOptions {
  const baseUrl = textIn(options, 'baseUrl')
  const paths = options['paths']
  return { baseUrl: baseUrl === null ? null : { value: baseUrl, file }, paths: isTable(paths) ? { value: paths, file } : null }
}
