import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

const command = join(import.meta.dirname, '../../dist/cli/main.js')

export interface ServerProcess {
  readonly child: ChildProcess
  readonly url: string
  /** What it has written to standard output and standard error so far. */
  readonly output: () => string
}

/** Starts `taskwise mcp --http` in `directory`, on a port of its own, and waits until it listens. It is gone when the running test has finished. */
export async function startServer(directory: string, args: readonly string[] = [], environment: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
  const child = spawn(process.execPath, [command, 'mcp', '--http', '--port', '0', ...args], { cwd: directory, env: { ...process.env, ...environment }, stdio: 'pipe' })
  let output = ''
  const url = await new Promise<string>((resolve, reject) => {
    const take = (text: Buffer): void => {
      output += String(text)
      const [found] = /http:\S+\/mcp/.exec(output) ?? []
      if (found !== undefined) resolve(found)
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.once('exit', () => {
      reject(new Error(`The server ended: ${output}`))
    })
  })
  onTestFinished(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  })
  return { child, url, output: () => output }
}
