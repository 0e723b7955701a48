import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readReference } from './read.ts'
import type { Reference } from './reference.ts'
import type { Surroundings } from './ties.ts'

/** All references of the repository at `root`, sorted by name. */
export async function loadReferences(root: string): Promise<readonly Reference[]> {
  const folder = join(root, 'references')
  const files = (await readdir(folder)).filter((file) => file.endsWith('.md')).sort()
  return Promise.all(files.map(async (file) => readReference(file.replace(/\.md$/, ''), await readFile(join(folder, file), 'utf8'))))
}

/** What the references of the repository at `root` may point to. */
export async function loadSurroundings(root: string): Promise<Surroundings> {
  const entries = await readdir(join(root, 'rules'), { withFileTypes: true })
  return {
    ruleIds: new Set(entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)),
    hasFile: (path) => existsSync(join(root, path)),
  }
}
