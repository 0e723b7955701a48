export interface PythonModules {
  /** The file of a module, as Python's own loader would find it for any of the project's source roots; `null`: not part of the project. */
  find(module: string, fromPath: string): string | null
  /** The project holds a module or folder of this name: it may be the start of a name that `find` knows. */
  hasTopLevel(name: string): boolean
}

/** @param paths every Python file, relative to the root. */
export function indexPythonModules(paths: readonly string[]): PythonModules {
  const byTail = new Map<string, string[]>()
  const present = new Set(paths)
  for (const path of paths) {
    for (const tail of tailsOf(modulePath(path))) {
      const known = byTail.get(tail)
      if (known === undefined) byTail.set(tail, [path])
      else known.push(path)
    }
  }
  const remembered = new Map<string, string | null>()

  function find(module: string, fromPath: string): string | null {
    const key = `${module.startsWith('.') ? fromPath : topFolder(fromPath)}\0${module}`
    const known = remembered.get(key)
    if (known !== undefined) return known
    const found = module.startsWith('.') ? findRelative(module, fromPath) : findAbsolute(module, fromPath)
    remembered.set(key, found)
    return found
  }

  function findRelative(module: string, fromPath: string): string | null {
    const dots = module.length - module.replace(/^\.+/, '').length
    const folders = fromPath.split('/').slice(0, -1)
    if (dots - 1 > folders.length) return null
    const base = folders.slice(0, folders.length - (dots - 1))
    const rest = module.slice(dots)
    return fileAt([...base, ...(rest === '' ? [] : rest.split('.'))].join('/'))
  }

  function fileAt(path: string): string | null {
    for (const candidate of [`${path}.py`, path === '' ? '__init__.py' : `${path}/__init__.py`]) {
      if (present.has(candidate)) return candidate
    }
    return null
  }

  function findAbsolute(module: string, fromPath: string): string | null {
    const wanted = module.replaceAll('.', '/')
    let best: string | null = null
    for (const path of byTail.get(tailsOf(wanted).at(-1) ?? wanted) ?? []) {
      const own = modulePath(path)
      if (own !== wanted && !own.endsWith(`/${wanted}`)) continue
      const root = own.slice(0, own.length - wanted.length)
      if (root !== '' && present.has(`${root}__init__.py`) && !present.has(`${root}manage.py`)) continue
      if (best === null || isNearer(root, rootOf(best, wanted), fromPath)) best = path
    }
    return best
  }

  const topLevels = new Set(paths.flatMap((path) => modulePath(path).split('/')))
  return { find, hasTopLevel: (name) => topLevels.has(name) }
}

/** `a/b/__init__.py` and `a/b.py` are both the module `a/b`. */
function modulePath(path: string): string {
  return path.replace(/\.pyi?$/, '').replace(/(^|\/)__init__$/, '')
}

function rootOf(path: string, wanted: string): string {
  const own = modulePath(path)
  return own.slice(0, own.length - wanted.length)
}

/** The source root that shares more of the importer's folders wins, then the shorter one. */
function isNearer(root: string, than: string, fromPath: string): boolean {
  const shares = fromPath.startsWith(root)
  const thanShares = fromPath.startsWith(than)
  if (shares !== thanShares) return shares
  return shares ? root.length > than.length : root.length < than.length
}

/** The last folder or file of a path alone and, where there is one, with the one before it: `models`, `order/models`. */
function tailsOf(path: string): readonly string[] {
  const segments = path.split('/')
  return [...new Set([segments.slice(-1).join('/'), segments.slice(-2).join('/')])]
}

function topFolder(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}
