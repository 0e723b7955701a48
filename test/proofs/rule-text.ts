import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

/** The text of a file of this repository. */
export function ruleText(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}
