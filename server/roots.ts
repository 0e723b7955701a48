import { realpath } from 'node:fs/promises'
import { dirname, isAbsolute, join, sep } from 'node:path'
import { RequestError } from './request-error.ts'

/** A path that may be read: absolute, with all links resolved, below `root`. */
export interface AllowedPath {
  readonly path: string
  readonly root: string
}

/** The folders with their links resolved, each once. A folder that does not exist allows nothing and is left out. */
export async function resolveRoots(folders: readonly string[]): Promise<readonly string[]> {
  const resolved = await Promise.all(folders.map(resolveLinks))
  return [...new Set(resolved.filter((folder) => folder !== null))]
}

/**
 * Finds the file or folder that `path` means: absolute, or relative to one of `roots`, which are themselves resolved. Where
 * roots lie inside each other, the outermost one counts. Throws a `RequestError` where the path is outside the roots, whether
 * it exists or not, and where nothing is there.
 */
export async function resolveInside(path: string, roots: readonly string[]): Promise<AllowedPath> {
  const candidates = isAbsolute(path) ? [join(path)] : roots.map((root) => join(root, path))
  const places = await Promise.all(candidates.map(locate))
  const allowed = places.flatMap((place) => findRoot(place, roots))
  const found = allowed.find(({ isThere }) => isThere)
  if (found !== undefined) return { path: found.path, root: found.root }
  const below = roots.length === 0 ? 'an allowed root, and there is none' : roots.map((root) => `\`${root}\``).join(' or ')
  if (places.length === 0 || allowed.length < places.length) throw new RequestError(`\`${path}\` lies outside the allowed roots; paths must lie below ${below}.`)
  throw new RequestError(`There is no file or folder \`${path}\` below ${below}.`)
}

interface Place {
  /** Links resolved. Where nothing is there, the nearest folder above that is. */
  readonly path: string
  readonly isThere: boolean
}

/** Looking at the nearest folder that exists keeps a link out of the roots from telling what is not behind it. */
async function locate(path: string): Promise<Place> {
  for (let existing = path; ; existing = dirname(existing)) {
    const real = await resolveLinks(existing)
    if (real !== null || existing === dirname(existing)) return { path: real ?? existing, isThere: real !== null && existing === path }
  }
}

async function resolveLinks(path: string): Promise<string | null> {
  try {
    return await realpath(path)
  } catch {
    return null
  }
}

function findRoot(place: Place, roots: readonly string[]): readonly (Place & AllowedPath)[] {
  const above = roots.filter((root) => place.path === root || place.path.startsWith(root.endsWith(sep) ? root : root + sep))
  const [outermost] = above.sort((one, other) => one.length - other.length)
  return outermost === undefined ? [] : [{ ...place, root: outermost }]
}
