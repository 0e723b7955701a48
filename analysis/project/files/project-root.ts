import { readdirSync } from 'node:fs'
import { dirname } from 'node:path'

const markers = new Set(['pyproject.toml', 'manage.py', 'package.json', '.git'])

/**
 * The folder of the project that a file belongs to: the nearest one above it that holds a Taskwise configuration,
 * `pyproject.toml`, `manage.py`, `package.json` or `.git`; else the file's own folder.
 *
 * `file` is an absolute path; nothing above `boundary` is looked at (`null`: no limit).
 */
export function projectRootOf(file: string, boundary: string | null = null): string {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (entryNames(folder).some(isMarker)) return folder
    if (folder === boundary || folder === dirname(folder)) return dirname(file)
  }
}

function isMarker(name: string): boolean {
  return markers.has(name) || name.startsWith('taskwise.config.')
}

function entryNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
