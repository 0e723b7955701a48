/** `source`: code of a language we read; `other`: a lock, requirement or package file; `null`: of no interest. */
export type FileKind = 'source' | 'other' | null

const otherNames = new Set(['pyproject.toml', 'poetry.lock', 'uv.lock', 'Pipfile', 'Pipfile.lock', 'setup.cfg'])

const requirementName = /^[\w-]*requirements[\w.-]*\.txt$|^(?!MANIFEST\.)[\w-]+\.in$/

/** True for code of a language we read. */
export function isSourceFile(path: string): boolean {
  return path.endsWith('.py')
}

/** What a file is to a review. `folder` is the name of the folder it lies in, empty for the root. */
export function fileKind(name: string, folder: string): FileKind {
  if (isSourceFile(name)) return 'source'
  if (otherNames.has(name) || requirementName.test(name)) return 'other'
  return folder === 'requirements' && name.endsWith('.txt') ? 'other' : null
}
