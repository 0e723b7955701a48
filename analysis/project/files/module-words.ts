import { languageOf } from '../../languages/source-language.ts'

/** Names of folders that no import repeats. */
const sourceFolders = new Set(['src', 'lib', 'source'])

/**
 * The last parts of a module's name, the last one at the end: a file that imports from it holds at least one of them, unless another
 * module hands on what is in it. A script in a package is also known by the package's folder, after which the package mostly is called.
 */
export function moduleWords(path: string): readonly string[] {
  if (languageOf(path) === 'typescript') return scriptWords(path)
  return path.replace(/\.pyi?$/, '').replace(/\/__init__$/, '').split('/').slice(-2)
}

function scriptWords(path: string): readonly string[] {
  const segments = path.replace(/\.[cm]?[jt]sx?$/, '').replace(/\/index$/, '').split('/')
  const home = segments[segments.findLastIndex((segment) => sourceFolders.has(segment)) - 1]
  const own = segments.filter((segment) => !sourceFolders.has(segment)).slice(-2)
  const words = [home ?? '', ...(own.length === 0 ? segments.slice(-1) : own)]
  return words.filter((word, index) => word !== '' && words.lastIndexOf(word) === index)
}
