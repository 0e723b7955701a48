import { outermostProjectOf, projectRootOf } from '../../analysis/project/files/project-root.ts'
import { ReviewError } from '../../review/review-error.ts'
import { findTargets, isWithin, type Targets } from '../../review/targets.ts'
import type { Settings } from './settings.ts'

/**
 * The folders that a file is linked with: those of the settings where it lies in one of them, else the outermost project
 * between ESLint's working directory and the file, or the file's own project where that reaches further.
 * All paths are absolute; `file` is real. Throws a ReviewError where a folder of the settings is not there.
 */
export function foldersFor(file: string, { roots }: Settings, directory: string): Targets {
  if (roots.length > 0) {
    const chosen = findTargets(roots, directory, null)
    if (chosen.problems.length > 0) throw new ReviewError(`\`settings.taskwise.root\`: ${chosen.problems.join(' ')}`)
    if (chosen.folders.some((folder) => isWithin(file, folder))) return chosen
  }
  const own = projectRootOf(file)
  const around = isWithin(file, directory) ? outermostProjectOf(file, directory) : null
  const root = around !== null && isWithin(own, around) ? around : own
  return { root, folders: [root], reportedFolders: [root], reportedFiles: [], problems: [] }
}
