import { parse as parseToml } from 'smol-toml'
import { isTable, tableFrom, tableIn } from '../files/tables.ts'
import type { PackageVersion } from './locked-packages.ts'

/** The packages that a requirement file, `pyproject.toml`, `setup.cfg`, `setup.py` or `Pipfile` asks for, with a specifier each. */
export function declaredPackages(path: string, text: string): readonly PackageVersion[] {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (name === 'pyproject.toml') return packagesOfPyproject(tableFrom(() => parseToml(text)))
  if (name === 'Pipfile') return packagesOfPipfile(tableFrom(() => parseToml(text)))
  if (name === 'setup.py') return [...text.matchAll(/(["'])(.*?)\1/g)].flatMap(([, , quoted = '']) => requirement(quoted))
  return /\.(txt|in|cfg)$/.test(name) ? text.split('\n').flatMap(requirement) : []
}

/** `celery[redis]>=5.3,<5.6 ; python_version > "3.8"`; no more than names and specifiers are read. */
function requirement(line: string): readonly PackageVersion[] {
  const match = /^\s*([A-Za-z0-9][\w.-]*)\s*(?:\[[^\]]*\])?\s*\(?((?:===|==|>=|<=|~=|!=|<|>)[^;#)\\]*)/.exec(line)
  const [, name, version] = match ?? []
  return name === undefined || version === undefined ? [] : [{ name, version: version.trim() }]
}

function packagesOfPyproject(content: Readonly<Record<string, unknown>>): readonly PackageVersion[] {
  const project = tableIn(content, 'project')
  const lists = [project['dependencies'], ...Object.values(tableIn(project, 'optional-dependencies')), ...Object.values(tableIn(content, 'dependency-groups'))]
  const poetry = tableIn(tableIn(content, 'tool'), 'poetry')
  const groups = Object.values(tableIn(poetry, 'group')).map((group) => (isTable(group) ? tableIn(group, 'dependencies') : {}))
  const tables = [tableIn(poetry, 'dependencies'), tableIn(poetry, 'dev-dependencies'), ...groups]
  return [...lists.flatMap((list) => (Array.isArray(list) ? list.flatMap(requirementIn) : [])), ...tables.flatMap(specifiersIn)]
}

function packagesOfPipfile(content: Readonly<Record<string, unknown>>): readonly PackageVersion[] {
  return [tableIn(content, 'packages'), tableIn(content, 'dev-packages')].flatMap(specifiersIn)
}

function requirementIn(entry: unknown): readonly PackageVersion[] {
  return typeof entry === 'string' ? requirement(entry) : []
}

/** `celery = "^5.3"`, `celery = { version = "~5.3", extras = ["redis"] }` */
function specifiersIn(table: Readonly<Record<string, unknown>>): readonly PackageVersion[] {
  return Object.entries(table).flatMap(([name, entry]) => {
    const version = isTable(entry) ? entry['version'] : entry
    return typeof version === 'string' ? [{ name, version }] : []
  })
}
