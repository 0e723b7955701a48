import { existsSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

interface Output {
  /** The folder of the sources. */
  readonly root: string
  /** The folder the compiler writes to. */
  readonly output: string
  /** Paths below `output`, with `/`, of files that were copied there. */
  readonly assets: ReadonlySet<string>
}

/** Deletes what an earlier build left in the output folder: files whose source is gone. Nothing else is touched. */
export async function removeStale({ root, output, assets }: Output): Promise<void> {
  const entries = await readdir(output, { recursive: true, withFileTypes: true })
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, entry.name)
    const path = relative(output, file).replaceAll(sep, '/')
    if (assets.has(path) || existsSync(join(root, sourceOf(path)))) continue
    await rm(file)
  }
}

function sourceOf(path: string): string {
  return path.replace(/(\.d\.ts|\.js)$/, '.ts')
}
