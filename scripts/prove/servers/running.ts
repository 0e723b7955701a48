import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { killGroup, lastLines, type RunOptions, start } from '../process.ts'

/** A server that was started for the proofs. */
export interface Running {
  readonly port: number
  /** Ends it. Nothing of it is left afterwards. */
  stop(): Promise<void>
}

const mostSeconds = 90

/**
 * Starts a server and waits until `isReady` says that it answers. Throws an Error with its last words where it ends before that or does
 * not answer in time. `stopBy` is the signal that ends it without waiting for its clients.
 */
export async function startServer(
  command: string,
  args: readonly string[],
  port: number,
  isReady: () => Promise<boolean>,
  { stopBy = 'SIGTERM', ...options }: RunOptions & { readonly stopBy?: NodeJS.Signals } = {},
): Promise<Running> {
  const { child, output } = start(command, args, options)
  const ends: string[] = []
  child.on('error', ({ message }) => {
    ends.push(message)
  })
  const closed = new Promise<void>((resolve) => {
    child.on('close', (code) => {
      ends.push(`it ended with ${String(code)}`)
      resolve()
    })
  })
  const stop = async (): Promise<void> => {
    killGroup(child, stopBy)
    await Promise.race([closed, pause(5000, undefined, { ref: false })])
    killGroup(child, 'SIGKILL')
  }
  const end = Date.now() + mostSeconds * 1000
  while (Date.now() < end && ends.length === 0) {
    if (await isReady().catch(() => false)) return { port, stop }
    await pause(200)
  }
  await stop()
  throw new Error(`${command} does not start (${ends[0] ?? 'no answer'}):\n${lastLines(output(), 15)}`)
}

/** A port of the loopback interface that nobody listened on just now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port)
        else reject(new Error('the system gives no port'))
      })
    })
  })
}
