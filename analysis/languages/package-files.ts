import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Where a file of this package lies, by its path in the sources: there, or below `dist/` in what is built and installed.
 * Built code is bundled, so that a file's own place says nothing. `null`: it is in neither.
 */
export function packageFile(path: string): string | null {
  const root = packageRoot(import.meta.dirname)
  return [join(root, path), join(root, 'dist', path)].find((candidate) => existsSync(candidate)) ?? null
}

function packageRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  if (folder === dirname(folder)) throw new Error('The installation is incomplete: its package.json is missing.')
  return packageRoot(dirname(folder))
}
