import { languageOf } from '../../languages/source-language.ts'

/** `source`: code of a language we read; `other`: a lock, requirement, package or compiler configuration file; `null`: of no interest. */
export type FileKind = 'source' | 'other' | null

const otherNames = new Set([
  'pyproject.toml', 'poetry.lock', 'uv.lock', 'pdm.lock', 'Pipfile', 'Pipfile.lock', 'setup.cfg',
  'package.json', 'package-lock.json', 'npm-shrinkwrap.json', 'pnpm-lock.yaml', 'yarn.lock', 'bun.lock',
])

const otherName = /^[\w-]*(?:requirements|constraints)[\w.-]*\.txt$|^(?!MANIFEST\.)[\w-]+\.in$|^pylock(?:\.[\w-]+)?\.toml$/

/** `tsconfig.app.json`, `base.tsconfig.json`, and whatever a package of configurations for the compiler holds. */
const compilerConfiguration = /(?:^|\/)(?:[\w-]+\.)*[jt]sconfig(?:[.-][\w.-]+)?\.json$|(?:^|\/)[\w-]*(?:ts-?config|typescript)[\w-]*\/[\w.-]+\.json$/

/** True for code of a language we read. */
export function isSourceFile(path: string): boolean {
  return languageOf(path) !== null
}

/** What a file is to a review, by its path from the root. */
export function fileKind(path: string): FileKind {
  if (isSourceFile(path)) return 'source'
  const [name = '', folder] = path.split('/').reverse()
  if (otherNames.has(name) || otherName.test(name)) return 'other'
  if (name.endsWith('.json')) return compilerConfiguration.test(path) ? 'other' : null
  return folder === 'requirements' && name.endsWith('.txt') ? 'other' : null
}
