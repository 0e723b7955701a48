import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from '../process.ts'
import { type Environment, madeOnce } from './environment.ts'

/**
 * The virtual environment that `proofs/requirements/<name>.txt` describes, from `cache` where it was made before. Throws an Error with
 * pip's words when it cannot be made.
 */
export async function preparePython(root: string, cache: string, name: string): Promise<Environment> {
  const lock = join(root, 'proofs', 'requirements', `${name}.txt`)
  const folder = await madeOnce(cache, `python-${name}`, lock, async (draft) => {
    await run('python3', ['-m', 'venv', draft])
    await run(join(draft, 'bin', 'python'), ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--requirement', lock])
  })
  return {
    name,
    language: 'python',
    versions: versionsIn(await readFile(lock, 'utf8')),
    command: [join(folder, 'bin', 'python'), '-u'],
    env: { PYTHONPATH: join(root, 'proofs'), PYTHONDONTWRITEBYTECODE: '1' },
    modules: null,
  }
}

/** The versions that a file of `name==version` lines pins. */
export function versionsIn(lock: string): ReadonlyMap<string, string> {
  return new Map([...lock.matchAll(/^([\w.-]+)(?:\[[\w,-]+\])?==([\w.]+)/gm)].map(([, name = '', version = '']) => [name.toLowerCase(), version]))
}
