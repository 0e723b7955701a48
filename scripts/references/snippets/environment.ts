import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { madeOnce } from '../../prove/environments/environment.ts'
import { versionsIn } from '../../prove/environments/python.ts'
import { run } from '../../prove/process.ts'

/** Pinned versions of packages, and the Python that has them. */
export interface SnippetEnvironment {
  readonly name: string
  readonly python: string
  /** By package name in lower case. */
  readonly versions: ReadonlyMap<string, string>
}

/**
 * The packages of the proofs' lock file of this name, with those that the references' code imports and that check it, from `cache` where
 * they were installed before. Throws an Error with pip's words where they cannot be.
 */
export async function prepareEnvironment(root: string, cache: string, name: string): Promise<SnippetEnvironment> {
  const parts = [join(root, 'proofs', 'requirements', `${name}.txt`), join(root, 'scripts', 'references', 'requirements.txt')]
  const lock = (await Promise.all(parts.map((part) => readFile(part, 'utf8')))).join('')
  await mkdir(cache, { recursive: true })
  const file = join(cache, `snippets-${name}.txt`)
  await writeFile(file, lock)
  const folder = await madeOnce(cache, `snippets-${name}`, file, async (draft) => {
    await run('python3', ['-m', 'venv', draft])
    // Every package is pinned, so that nothing is left to resolve; the add-ons of today would refuse the oldest Celery.
    await run(join(draft, 'bin', 'python'), ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps', '--requirement', file])
  })
  const python = join(folder, 'bin', 'python')
  const [, version = '0'] = /Python (\S+)/.exec(await run(python, ['--version'])) ?? []
  return { name, python, versions: new Map([...versionsIn(lock), ['python', version]]) }
}
