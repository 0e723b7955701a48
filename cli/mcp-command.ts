import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { ReviewError } from '../review/review-error.ts'
import { tool } from '../review/tool.ts'
import { startStdioServer } from '../server/stdio.ts'
import type { Terminal } from './terminal.ts'

/**
 * Serves until standard input ends. `roots` are the folders that may be read; none: the working directory. Throws a
 * ReviewError for a root that is not a folder.
 */
export async function runServer(roots: readonly string[], terminal: Terminal): Promise<void> {
  const folders = roots.length === 0 ? [terminal.directory] : roots.map((root) => resolve(terminal.directory, root))
  for (const folder of folders) {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) throw new ReviewError(`\`${folder}\` (--root) is not a folder.`)
  }
  await startStdioServer({ roots: folders, version: tool.version })
}
