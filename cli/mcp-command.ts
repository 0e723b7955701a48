import { resolve } from 'node:path'
import { ReviewError } from '../review/review-error.ts'
import { tool } from '../review/tool.ts'
import type { ServerSettings } from '../server/mcp.ts'
import { isFolder } from './init/is-folder.ts'
import type { Terminal } from './terminal.ts'

/** Options of the command, those of HTTP for `http` alone. */
export interface ServerFlags {
  readonly root?: readonly string[]
  readonly http?: true
  readonly port?: number
  readonly host?: string
  readonly stateless?: true
  readonly allowHost?: readonly string[]
  readonly allowOrigin?: readonly string[]
}

/**
 * Serves until standard input ends or, over HTTP, until the process is told to end. The roots are the folders that may be read; none: the
 * working directory. Throws a ReviewError for a root that is not a folder, for options that do not belong together, and where the server
 * cannot start.
 */
export async function runServer({ root = [], http, ...flags }: ServerFlags, terminal: Terminal): Promise<void> {
  const folders = root.length === 0 ? [terminal.directory] : root.map((folder) => resolve(terminal.directory, folder))
  for (const folder of folders) {
    if (!isFolder(folder)) throw new ReviewError(`\`${folder}\` (--root) is not a folder.`)
  }
  const settings = { roots: folders, version: tool.version }
  if (http === true) return serveHttp(settings, flags, terminal)
  const [idle] = Object.keys(flags)
  if (idle !== undefined) throw new ReviewError(`\`--${idle.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}\` works with --http only.`)
  const { startStdioServer } = await import('../server/stdio.ts')
  await startStdioServer(settings)
}

async function serveHttp(settings: ServerSettings, flags: Omit<ServerFlags, 'root' | 'http'>, terminal: Terminal): Promise<void> {
  const { createServer } = await import('../server/mcp.ts')
  const { runUntilSignal } = await import('../server/http/serve.ts')
  const { startHttpServer } = await import('../server/http/start.ts')
  const server = await startHttpServer({
    host: flags.host ?? '127.0.0.1',
    port: flags.port ?? usualPort,
    isStateless: flags.stateless ?? false,
    hosts: flags.allowHost ?? [],
    origins: (flags.allowOrigin ?? []).map(readOrigin),
    token: readToken(process.env['TASKWISE_TOKEN']),
    create: () => createServer(settings),
  })
  terminal.note(`taskwise: listening on ${server.url}\n`)
  await runUntilSignal(server)
}

const usualPort = 7410

function readOrigin(text: string): string {
  const origin = URL.canParse(text) ? new URL(text).origin : 'null'
  if (origin === 'null') throw new ReviewError(`\`${text}\` (--allow-origin) is no origin; one looks like https://example.org.`)
  return origin
}

function readToken(text = ''): string | null {
  const token = text.trim()
  if (/[^\x21-\x7e]/.test(token)) throw new ReviewError('TASKWISE_TOKEN holds spaces or other characters that no header carries; use letters and digits.')
  return token === '' ? null : token
}
