const extensions = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs']
const typed = extensions.slice(0, 4)

/** The scripts of a project by the names that imports and configurations have for them. */
export interface ScriptFiles {
  /**
   * The file that `path` means: it may leave the extension out, give the one that is made from it (`queue.js` for `queue.ts`), or name
   * a folder with an index file.
   */
  at(path: string): string | null
}

/** @param paths every source file, relative to the root. */
export function indexScripts(paths: readonly string[]): ScriptFiles {
  const present = new Set(paths)
  const firstOf = (base: string, endings: readonly string[]): string | null => {
    const ending = endings.find((each) => present.has(base + each))
    return ending === undefined ? null : base + ending
  }
  return {
    at(path) {
      const [, base = '', made] = /^(.*?)(\.d\.[cm]?ts|\.[cm]?jsx?)$/.exec(path) ?? []
      const source = made === undefined ? null : firstOf(base, typed)
      if (source !== null) return source
      if (present.has(path) && /\.[cm]?[jt]sx?$/.test(path)) return path
      return firstOf(path, extensions) ?? firstOf(path === '' ? 'index' : `${path}/index`, extensions)
    },
  }
}
