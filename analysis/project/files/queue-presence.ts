import { queuePackages } from '../../frameworks/queue-libraries.ts'
import { languageOf } from '../../languages/source-language.ts'
import type { Workspace } from './workspace.ts'

type Mentions = Pick<Workspace, 'mentioning'>

const remembered = new WeakMap<Mentions, readonly string[]>()

/**
 * Words of which every file of TypeScript holds one that sends jobs or works on them. Cheap: without any of the packages there
 * are none, however many methods are called `add` or `send`.
 */
export function queueWords(workspace: Mentions): readonly string[] {
  let found = remembered.get(workspace)
  if (found === undefined) {
    found = queuePackages.flatMap(({ words, methods }) => (isPresent(workspace, words) ? [...words, ...[...methods].map((method) => `.${method}`)] : []))
    remembered.set(workspace, found)
  }
  return found
}

/** Some file uses one of the packages. */
export function usesQueues(workspace: Mentions): boolean {
  return queueWords(workspace).length > 0
}

function isPresent(workspace: Mentions, words: readonly string[]): boolean {
  return words.some((word) => workspace.mentioning(word).some((path) => languageOf(path) === 'typescript'))
}
