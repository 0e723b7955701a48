import { basename, relative, sep } from 'node:path'
import type { Targets } from '../../review/targets.ts'
import { checkText, type FileCheck } from './check-file.ts'
import { LinkedProject } from './linked-project.ts'
import { foldersFor } from './project-folders.ts'
import type { Settings } from './settings.ts'

/** More projects than anyone works on at a time; the one not used for longest is forgotten. */
const mostProjects = 12

const projects = new Map<string, LinkedProject>()

/**
 * Checks a file with all of its project, or alone where there is none. Throws a ReviewError where the project's configuration or the settings are wrong.
 * @param file absolute and real. @param directory ESLint's working directory, real.
 */
export function checkInProject(file: string, text: string, settings: Settings, directory: string): FileCheck {
  const targets = foldersFor(file, settings, directory)
  if (targets === null) return checkText(basename(file), text)
  return projectOf(targets).check(relative(targets.root, file).split(sep).join('/'), text)
}

function projectOf(targets: Targets): LinkedProject {
  const key = targets.folders.join('\0')
  const project = projects.get(key) ?? new LinkedProject(targets)
  projects.delete(key)
  projects.set(key, project)
  const [oldest] = projects.keys()
  if (projects.size > mostProjects && oldest !== undefined) projects.delete(oldest)
  return project
}
