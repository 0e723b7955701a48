import { queuePackageWords } from '../../frameworks/queue-libraries.ts'
import { languageOf } from '../../languages/source-language.ts'
import type { Workspace } from '../files/workspace.ts'

const remembered = new WeakMap<object, boolean>()

/** Cheap: without any of the packages nothing is a queue, however many methods are called `add` or `send`. */
export function usesQueues(workspace: Pick<Workspace, 'mentioning'>): boolean {
  let answer = remembered.get(workspace)
  if (answer === undefined) {
    answer = queuePackageWords.some((word) => workspace.mentioning(word).some((path) => languageOf(path) === 'typescript'))
    remembered.set(workspace, answer)
  }
  return answer
}
