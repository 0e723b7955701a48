import { createServer } from 'node:http'
import { readdirSync } from 'node:fs'
import { type AddressInfo } from 'node:net'
import { once } from 'node:events'
import { join } from 'node:path'
import manifest from '../../package.json' with { type: 'json' }
import { builtCommand } from '../taskwise.ts'
import { type Command } from '../timed-process.ts'
import pins from './pins.json' with { type: 'json' }
import { type ToolCall } from './tool-call.ts'

/** A server to measure, and what to ask it. */
export interface Server {
  readonly name: string
  readonly version: string
  /** How to start it. Rejects with a BenchError where it is not to be had. */
  readonly command: () => Promise<Command>
  /** In the order in which they are made. */
  readonly calls: readonly ToolCall[]
}

export interface HttpServer extends Server {
  /** Its address, from what it has written to standard error so far; `null` as long as it does not say. */
  readonly address: (complaints: string) => string | null
}

/** The folder of npm's packages that hold the peers. Rejects with a BenchError where there is none. */
export type Packages = () => Promise<string>

const references = join(import.meta.dirname, '..', '..', 'references')

/** Ours over stdio. Throws a BenchError where it has not been built. */
export function oursOverStdio(questions: readonly string[]): Server {
  const args = [builtCommand(), 'mcp']
  return {
    name: 'taskwise',
    version: manifest.version,
    command: () => Promise.resolve({ program: process.execPath, args, environment: {} }),
    calls: questions.map((request) => ({ name: 'guide', arguments: { request } })),
  }
}

/** Ours over HTTP. Throws a BenchError where it has not been built. */
export function oursOverHttp(questions: readonly string[]): HttpServer {
  const args = [builtCommand(), 'mcp', '--http', '--port', '0']
  return {
    ...oursOverStdio(questions),
    // A secret that whoever measures has set would be asked of the clients.
    command: () => Promise.resolve({ program: process.execPath, args, environment: { TASKWISE_TOKEN: '' } }),
    address: (complaints) => /listening on (http:\S+)\n/.exec(complaints)?.[1] ?? null,
  }
}

/** What is done without us: whole references are read as files, each of them as often as it takes to ask `count` times. */
export function filesystem(packages: Packages, count: number): Server {
  const first = 'error-handling.md'
  const others = readdirSync(references).filter((name) => name.endsWith('.md') && name !== first)
  const files = [first, ...others.sort()]
  return {
    name: 'server-filesystem',
    version: pins['@modelcontextprotocol/server-filesystem'],
    command: async () => ({ program: process.execPath, args: [await programOf(packages, 'server-filesystem'), references], environment: {} }),
    calls: Array.from({ length: count }, (_, index) => ({ name: 'read_text_file', arguments: { path: join(references, files[index % files.length] ?? first) } })),
  }
}

/** A server that gives back what it is told, so that next to nothing but the transport takes time. */
export function everything(packages: Packages, questions: readonly string[]): HttpServer {
  return {
    name: 'server-everything',
    version: pins['@modelcontextprotocol/server-everything'],
    command: async () => {
      const args = [await programOf(packages, 'server-everything'), 'streamableHttp']
      return { program: process.execPath, args, environment: { PORT: String(await freePort()) } }
    },
    calls: questions.map((message) => ({ name: 'echo', arguments: { message } })),
    address: (complaints) => {
      const port = /listening on port (\d+)\n/.exec(complaints)?.[1]
      return port === undefined ? null : `http://127.0.0.1:${port}/mcp`
    },
  }
}

async function programOf(packages: Packages, name: string): Promise<string> {
  return join(await packages(), '@modelcontextprotocol', name, 'dist', 'index.js')
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const holder = createServer().listen(0)
  await once(holder, 'listening')
  const { port } = holder.address() as AddressInfo
  holder.close()
  await once(holder, 'close')
  return port
}
