import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { packageFile } from '../../analysis/languages/package-files.ts'

/** The files of the skill that comes with this package: text by path below the skill's folder, with `/`, sorted. */
export function skillFiles(): ReadonlyMap<string, string> {
  const index = packageFile('skills/taskwise/SKILL.md')
  if (index === null) throw new Error('The installation is damaged: it lacks skills/taskwise.')
  const folder = dirname(index)
  const paths = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll('\\', '/'))
  return new Map(paths.sort().map((path) => [path, readFileSync(join(folder, path), 'utf8')]))
}
