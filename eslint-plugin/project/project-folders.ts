import { homedir } from 'node:os'
import { dirname } from 'node:path'
import { outermostProjectOf, projectRootOf } from '../../analysis/project/files/project-root.ts'
import { ReviewError } from '../../review/review-error.ts'
import { findTargets, isWithin, type Targets } from '../../review/targets.ts'
import type { Settings } from './settings.ts'

/**
 * The folders that a file is linked with: those of the settings where it lies in one of them, else the outermost project
 * between ESLint's working directory and the file, or the file's own project where that reaches further. Where there is no
 * project it is the working directory. `null` where that, too, would be all that a person or a machine has.
 * All paths are absolute; `file` is real. Throws a ReviewError where a folder of the settings is not there.
 */
export function foldersFor(file: string, { roots }: Settings, directory: string): Targets | null {
  if (roots.length > 0) {
    const chosen = findTargets(roots, directory, null)
    if (chosen.problems.length > 0) throw new ReviewError(`\`settings.taskwise.root\`: ${chosen.problems.join(' ')}`)
    if (chosen.folders.some((folder) => isWithin(file, folder))) return chosen
  }
  const root = rootFor(file, directory)
  return root === null ? null : { root, folders: [root], reportedFolders: [root], reportedFiles: [], problems: [] }
}

function rootFor(file: string, directory: string): string | null {
  const project = projectFor(file, directory)
  if (project !== null && !holdsEverything(project)) return project
  return isWithin(file, directory) && !holdsEverything(directory) ? directory : null
}

function projectFor(file: string, directory: string): string | null {
  const own = projectRootOf(file)
  const around = isWithin(file, directory) ? outermostProjectOf(file, directory) : null
  if (around !== null) return isWithin(own, around) ? around : own
  // Without a project, `own` is no more than the folder of the file.
  return outermostProjectOf(file, own) === null ? null : own
}

/** All that a person or a machine has: a stray `package.json` makes no project of it. */
function holdsEverything(folder: string): boolean {
  return folder === homedir() || folder === dirname(folder)
}
