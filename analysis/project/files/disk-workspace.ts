import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import { extractPython } from '../../languages/python/extract.ts'
import type { FileFacts } from '../../model/file-facts.ts'
import { activePaths } from './active-files.ts'
import type { DiscoveredFiles } from './discover.ts'
import { decodeSource } from './decode.ts'
import { likelyCallers } from './likely-callers.ts'
import { startReaderThreads } from './reader-threads.ts'
import type { SkippedFile } from './walk.ts'
import { hashWord, Words } from './words.ts'
import type { Workspace } from './workspace.ts'

interface OpenFile {
  readonly bytes: Buffer | null
  words: Words | null
  text: string | null | undefined
  facts: FileFacts | null | undefined
}

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
  const open = new Map<string, OpenFile>()
  const hashes = new Map<string, number>()

  function fileAt(path: string): OpenFile {
    let file = open.get(path)
    if (file === undefined) {
      file = { bytes: readBytes(join(root, path)), words: null, text: undefined, facts: undefined }
      open.set(path, file)
    }
    return file
  }

  function text(path: string): string | null {
    const file = fileAt(path)
    if (file.text === undefined) file.text = file.bytes === null ? null : decodeSource(file.bytes).text
    return file.text
  }

  function facts(path: string): FileFacts | null {
    const file = fileAt(path)
    if (file.facts === undefined) {
      const source = text(path)
      file.facts = source === null ? null : extractPython(path, source)
    }
    return file.facts
  }

  function mentions(path: string, identifier: string): boolean {
    const file = fileAt(path)
    if (file.bytes === null) return false
    file.words ??= new Words(file.bytes)
    let hash = hashes.get(identifier)
    if (hash === undefined) {
      hash = hashWord(identifier)
      hashes.set(identifier, hash)
    }
    return file.words.mayHold(hash) && file.bytes.includes(identifier)
  }

  const workspace: Workspace = { paths: files.sources, otherPaths: files.others, text, facts, mentions }
  const keep = (read: FileFacts): void => {
    fileAt(read.path).facts ??= read
  }
  const active = activePaths(workspace)
  await threads.read(active, facts, keep)
  await threads.read(likelyCallers(workspace, active), facts, keep)
  const unread = threads.check(files.sources).finally(() => threads.close())
  return { workspace, unread }
}

function readBytes(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch {
    return null
  }
}
