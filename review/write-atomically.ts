import { randomBytes } from 'node:crypto'
import { chmodSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'

/**
 * Replaces a file's content in one step: whoever reads it sees all of the old or all of the new. Keeps the mode of an
 * existing file. `file` is absolute and must not be a link. Throws the file system's error, leaving the file as it was.
 */
export function writeAtomically(file: string, content: string | Uint8Array): void {
  const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`
  const mode = statSync(file, { throwIfNoEntry: false })?.mode
  try {
    writeFileSync(temporary, content, { flag: 'wx' })
    if (mode !== undefined) chmodSync(temporary, mode & 0o7777)
    renameSync(temporary, file)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}
