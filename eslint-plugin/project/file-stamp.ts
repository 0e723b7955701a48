import { statSync } from 'node:fs'

/** What tells one state of a file or folder from another. */
export interface FileStamp {
  readonly changed: number
  readonly written: number
  readonly size: number
}

/** Looks at a file or folder without reading it; `null` where it is not there. @param path absolute. */
export function stampOf(path: string): FileStamp | null {
  try {
    const status = statSync(path, { throwIfNoEntry: false })
    return status === undefined ? null : { changed: status.ctimeMs, written: status.mtimeMs, size: status.size }
  } catch {
    return null
  }
}

export function sameStamp(one: FileStamp | null, other: FileStamp | null): boolean {
  return one?.changed === other?.changed && one?.written === other?.written && one?.size === other?.size
}
