import { queuePackages } from '../../frameworks/queue-libraries.ts'
import { languageOf } from '../../languages/source-language.ts'
import { isProductionFile } from './file-role.ts'
import type { Workspace } from './workspace.ts'

const words = queuePackages.flatMap((library) => library.words)

/**
 * The sources that anything can be found in: scripts among them only where one uses a library of queues, so that a Python project does not
 * pay for the scripts of its pages.
 */
export function sourcesAtWork(paths: readonly string[], mentions: Workspace['mentions']): readonly string[] {
  const usesQueues = (path: string): boolean => isScript(path) && isProductionFile(path) && words.some((word) => mentions(path, word))
  return paths.some(usesQueues) ? paths : paths.filter((path) => !isScript(path))
}

function isScript(path: string): boolean {
  return languageOf(path) === 'typescript'
}
