/** `source`: code of a language we read; `other`: a lock, requirement or package file; `null`: of no interest. */
export type FileKind = 'source' | 'other' | null

const otherNames = new Set(['pyproject.toml', 'poetry.lock', 'uv.lock', 'pdm.lock', 'Pipfile', 'Pipfile.lock', 'setup.cfg'])

const otherName = /^[\w-]*(?:requirements|constraints)[\w.-]*\.txt$|^(?!MANIFEST\.)[\w-]+\.in$|^pylock(?:\.[\w-]+)?\.toml$/

/** True for code of a language we read. */
export function isSourceFile(path: string): boolean {
  return path.endsWith('.py')
}

/** What a file is to a review, by its path from the root. */
export function fileKind(path: string): FileKind {
  if (isSourceFile(path)) return 'source'
  const [name = '', folder] = path.split('/').reverse()
  if (otherNames.has(name) || otherName.test(name)) return 'other'
  return folder === 'requirements' && name.endsWith('.txt') ? 'other' : null
}
