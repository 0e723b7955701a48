import { statSync } from 'node:fs'

/** Whether a path leads to a folder; where it cannot be looked at, it does not. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}
