import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runProcess } from '../workshop/run-script.ts'
import { installInto } from './installation.ts'
import { nodes } from './nodes.ts'

/** The protocol's own Inspector. It needs Node 22.19. */
const version = '2.12.0'

/** It is large, and stays from one run to the next. */
const cache = join(import.meta.dirname, '../../node_modules/.cache/taskwise-inspector')

export type Transport = 'stdio' | 'http'

/** How one call ended; `result` is what the server answered. */
export interface Inspected {
  readonly code: number
  readonly result: unknown
  readonly complaints: string
}

export interface Inspection {
  readonly calls: readonly Inspected[]
  /** Whether anything beyond this machine could be reached. */
  readonly isOnline: boolean
}

/** Calls the server that is installed in `folder` by the Inspector's command line, where possible without any network but the machine's own. @param calls options of each. */
export async function inspect(folder: string, transport: Transport, calls: readonly (readonly string[])[]): Promise<Inspection> {
  const node = [...(await nodes()).values()].at(-1) ?? process.execPath
  const job = join(folder, `inspection-${transport}.json`)
  await writeFile(job, JSON.stringify({ inspector: await inspectorProgram(), folder, transport, calls }))
  const runner = [node, join(import.meta.dirname, 'run-inspector.mjs'), job]
  const environment = { HOME: join(folder, 'home'), npm_config_registry: 'http://127.0.0.1:9/' }
  const { code, stdout, stderr } = await runProcess('env', [...(await isolation()), ...runner], folder, environment)
  if (code !== 0) throw new Error(`The inspection ended with ${String(code)}:\n${stderr}${stdout}`)
  return JSON.parse(stdout) as Inspection
}

/** What stands before a command to take its network away; none where the system cannot do that. */
export async function isolation(): Promise<readonly string[]> {
  const prefix = ['unshare', '--map-root-user', '--net', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh']
  const isPossible = await runProcess('env', [...prefix, 'true'], import.meta.dirname).then(({ code }) => code === 0)
  return isPossible ? prefix : []
}

async function inspectorProgram(): Promise<string> {
  const home = join(cache, version)
  const program = join(home, 'node_modules/@modelcontextprotocol/inspector/clients/launcher/build/index.js')
  if (existsSync(program)) return program
  await mkdir(cache, { recursive: true })
  const folder = await mkdtemp(join(cache, 'incoming-'))
  await installInto(folder, ['--ignore-scripts', `@modelcontextprotocol/inspector@${version}`])
  // Another run may have been faster.
  await rename(folder, home).catch(() => rm(folder, { recursive: true }))
  return program
}
