import { join } from 'node:path'
import { extractFile } from '../../languages/extract.ts'
import type { FileFacts } from '../../model/file-facts.ts'
import { readSource } from './read-source.ts'
import { findUnreadFiles } from './unread-files.ts'
import type { SkippedFile } from './walk.ts'

export interface ReadJob {
  /** Absolute. */
  readonly root: string
  readonly paths: readonly string[]
}

/** Runs in a thread: the files that cannot be read. */
export function checkFiles({ root, paths }: ReadJob): readonly SkippedFile[] {
  return findUnreadFiles(root, paths)
}

/** Runs in a thread: the facts of the files that can be read, as JSON, which crosses over faster than objects do. */
export function readFiles({ root, paths }: ReadJob): string {
  return JSON.stringify(
    paths.flatMap((path): FileFacts[] => {
      const { text } = readSource(join(root, path))
      return text === null ? [] : [extractFile(path, text)]
    }),
  )
}
