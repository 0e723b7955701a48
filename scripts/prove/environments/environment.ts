import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Proof } from '../proof.ts'

/** Pinned versions of packages, and how a proof is run on them. */
export interface Environment {
  readonly name: string
  readonly language: Proof['language']
  /** Pinned versions by package name, lower case. */
  readonly versions: ReadonlyMap<string, string>
  /** The program, and what stands before the proof's file. */
  readonly command: readonly [string, ...string[]]
  readonly env: Readonly<Record<string, string>>
  /** Packages that a proof's folder has to offer to the examples; `null` where the program has them already. */
  readonly modules: string | null
}

/**
 * The folder in `cache` that `make` fills from the lock file `lock`, made once for each text of that file. Throws what `make` throws,
 * and leaves nothing half done.
 */
export async function madeOnce(cache: string, name: string, lock: string, make: (folder: string) => Promise<void>): Promise<string> {
  const hash = createHash('sha256').update(await readFile(lock)).digest('hex').slice(0, 12)
  const folder = join(cache, `${name}-${hash}`)
  if (existsSync(folder)) return folder
  const draft = `${folder}.${process.pid}`
  await mkdir(draft, { recursive: true })
  try {
    await make(draft)
    await rename(draft, folder)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    // Another run was faster.
    if (!existsSync(folder)) throw error
  }
  return folder
}
