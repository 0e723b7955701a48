import { extractFile } from '../../languages/extract.ts'
import type { FileFacts } from '../../model/file-facts.ts'
import { isSourceFile } from './file-kind.ts'
import { indexMentions } from './mention-index.ts'
import type { Workspace } from './workspace.ts'

/**
 * A workspace of texts that are already at hand: a snippet, a test, an editor's buffer.
 * @param files text by path, relative to an imagined root, with `/`.
 */
export function memoryWorkspace(files: ReadonlyMap<string, string>): Workspace {
  const remembered = new Map<string, FileFacts>()
  const all = [...files.keys()].sort()

  function facts(path: string): FileFacts | null {
    const known = remembered.get(path)
    if (known !== undefined) return known
    const text = files.get(path)
    if (text === undefined || !isSourceFile(path)) return null
    const read = extractFile(path, text)
    remembered.set(path, read)
    return read
  }

  const paths = all.filter(isSourceFile)
  const mentions = (path: string, identifier: string): boolean => files.get(path)?.includes(identifier) ?? false
  return {
    paths,
    otherPaths: all.filter((path) => !isSourceFile(path)),
    layout: {},
    text: (path) => files.get(path) ?? null,
    facts,
    mentions,
    mentioning: indexMentions(paths, mentions),
  }
}
