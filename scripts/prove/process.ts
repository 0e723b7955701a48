import { type ChildProcess, spawn } from 'node:child_process'
import { performance } from 'node:perf_hooks'

export interface Outcome {
  /** `null`: it was killed. */
  readonly code: number | null
  /** Whether it was killed because its time was over. */
  readonly isLate: boolean
  /** Standard output and standard error as they came. */
  readonly output: string
  readonly seconds: number
}

export interface RunOptions {
  readonly env?: NodeJS.ProcessEnv
  readonly cwd?: string
  /** Seconds after which the process and its children are killed; 15 minutes unless given. */
  readonly limit?: number
}

const alive = new Set<ChildProcess>()

/** Kills every process that was started here and has not ended, with everything that it started. */
export function killAll(): void {
  for (const child of alive) killGroup(child, 'SIGKILL')
}

/** Starts a program as the leader of a process group of its own. `output` gives what it has written so far. */
export function start(command: string, args: readonly string[], { env = process.env, cwd }: RunOptions = {}): { child: ChildProcess; output: () => string } {
  const child = spawn(command, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  alive.add(child)
  child.on('exit', () => {
    // Whatever it started and left behind would hold its streams open, and outlive us.
    killGroup(child, 'SIGKILL')
    alive.delete(child)
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  return { child, output: () => output }
}

/** Runs a program to its end, whatever that is. Rejects where it cannot be started. */
export async function observe(command: string, args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  const started = performance.now()
  const { child, output } = start(command, args, options)
  let isLate = false
  const timer = setTimeout(() => {
    isLate = true
    killGroup(child, 'SIGKILL')
  }, (options.limit ?? 900) * 1000)
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  }).finally(() => {
    clearTimeout(timer)
    alive.delete(child)
  })
  return { code, isLate, output: output(), seconds: (performance.now() - started) / 1000 }
}

/** Runs a program that has to succeed, and gives what it wrote. Throws an Error that shows its last lines where it does not. */
export async function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const { code, output } = await observe(command, args, options)
  if (code !== 0) throw new Error(`${[command, ...args].join(' ')} ended with ${String(code)}:\n${lastLines(output, 20)}`)
  return output
}

/** The last `count` lines of a text. */
export function lastLines(text: string, count: number): string {
  return text.trimEnd().split('\n').slice(-count).join('\n')
}

/** Signals a process that leads its group, with everything it started. A group that is gone is no error. */
export function killGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, signal)
  } catch {
    // Nothing of it is left.
  }
}
