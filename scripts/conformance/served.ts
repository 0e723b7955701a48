import { setTimeout as pause } from 'node:timers/promises'
import { killGroup, lastLines, start } from '../prove/process.ts'

const mostSeconds = 30

/**
 * Starts a server that writes its address, hands the address to `use`, and ends the server. Throws an Error with the server's last lines where it
 * names no address, or does not end by itself when it is told to.
 */
export async function whileServed<Result>(command: string, args: readonly string[], use: (url: string) => Promise<Result>): Promise<Result> {
  const { child, output } = start(command, args)
  const closed = new Promise<number | null>((resolve) => {
    child.once('error', () => {
      resolve(null)
    })
    child.once('close', resolve)
  })
  const fail = (what: string): never => {
    throw new Error(`${[command, ...args].join(' ')} ${what}:\n${lastLines(output(), 15)}`)
  }
  try {
    const url = await Promise.race([addressIn(output), closed.then(() => null)])
    const result = await use(url ?? fail('names no address'))
    child.kill('SIGTERM')
    const code = await Promise.race([closed, pause(mostSeconds * 1000, 'late' as const, { ref: false })])
    return code === 0 ? result : fail(`ended with ${String(code)}`)
  } finally {
    killGroup(child, 'SIGKILL')
  }
}

/** The address in what a server writes; `null`: it wrote none for too long. */
async function addressIn(output: () => string): Promise<string | null> {
  for (const end = Date.now() + mostSeconds * 1000; Date.now() < end; ) {
    const [url] = /http:\S+\/mcp/.exec(output()) ?? []
    if (url !== undefined) return url
    await pause(50, undefined, { ref: false })
  }
  return null
}
