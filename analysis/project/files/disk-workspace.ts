import { join } from 'node:path'
import type { FileFacts } from '../../model/file-facts.ts'
import { activePaths } from './active-files.ts'
import type { DiscoveredFiles } from './discover.ts'
import { likelyCallers } from './likely-callers.ts'
import { indexMentions } from './mention-index.ts'
import { startReaderThreads } from './reader-threads.ts'
import { SourceFile } from './source-file.ts'
import { sourcesAtWork } from './sources-at-work.ts'
import type { SkippedFile } from './walk.ts'
import type { Workspace } from './workspace.ts'

export interface OpenedWorkspace {
  readonly workspace: Workspace
  /** The source files that cannot be read; found out while the workspace is already in use. */
  readonly unread: Promise<readonly SkippedFile[]>
}

/**
 * A workspace over files on disk. Each is read once, when it is first asked for; those that will surely be asked for are
 * read ahead, in as many threads as there are processors. @param root absolute.
 */
export async function openDiskWorkspace(root: string, files: DiscoveredFiles): Promise<OpenedWorkspace> {
  const threads = startReaderThreads(root, files.sources.length)
  const open = new Map<string, SourceFile>()

  function fileAt(path: string): SourceFile {
    let file = open.get(path)
    if (file === undefined) {
      file = SourceFile.read(path, join(root, path))
      open.set(path, file)
    }
    return file
  }

  const mentions = (path: string, identifier: string): boolean => fileAt(path).mentions(identifier)
  const paths = sourcesAtWork(files.sources, mentions)
  const workspace: Workspace = {
    paths,
    otherPaths: files.others,
    layout: {},
    text: (path) => fileAt(path).text,
    facts: (path) => fileAt(path).facts,
    mentions,
    mentioning: indexMentions(paths, mentions),
  }
  const keep = (read: FileFacts): void => {
    fileAt(read.path).keep(read)
  }
  const active = activePaths(workspace)
  const readHere = (path: string): FileFacts | null => workspace.facts(path)
  await threads.read(active, readHere, keep)
  await threads.read(likelyCallers(workspace, active), readHere, keep)
  const unread = threads.check(files.sources).finally(() => threads.close())
  return { workspace, unread }
}
