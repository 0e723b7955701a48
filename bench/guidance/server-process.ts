import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { BenchError } from '../bench-error.ts'
import { highWaterOf } from '../resident-memory.ts'
import { type Command } from '../timed-process.ts'

/** Milliseconds after which a server counts as hanging. */
const patience = 60_000

export interface ServerProcess {
  readonly child: ChildProcessWithoutNullStreams
  /** What it has written to standard error so far. */
  readonly complaints: () => string
  /** Passes on what `answer` comes to. Rejects with a BenchError where the server ends first, or leaves us waiting for a minute. */
  readonly waitFor: <Answer>(answer: Promise<Answer>) => Promise<Answer>
  /** Peak of its resident memory so far, in bytes; null where the system does not tell. */
  readonly peakBytes: () => number | null
  readonly stop: () => Promise<void>
}

/** Starts a server with pipes to it, in the folder `scratch`. It ends with this process at the latest. */
export function startServer({ program, args, environment, directory = '' }: Command, scratch: string): ServerProcess {
  const child = spawn(program, args, { cwd: directory === '' ? scratch : directory, env: { ...process.env, ...environment } })
  const kill = (): void => void child.kill('SIGKILL')
  process.once('exit', kill)
  let complaints = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text))
  // It may end while something is written to it; that it ended is told below.
  child.stdin.on('error', () => undefined)
  const ended = once(child, 'exit')
  const failed = ended.then(
    ([code, signal]: unknown[]) => {
      throw new BenchError(`It ended with ${String(code ?? signal)}.\n${complaints.trim().slice(-2000)}`.trimEnd())
    },
    (error: unknown) => {
      throw new BenchError(`It could not be started: ${String(error)}`)
    },
  )
  failed.catch(() => undefined)
  return {
    child,
    complaints: () => complaints,
    waitFor: (answer) => withPatience(Promise.race([answer, failed])),
    peakBytes: () => (child.pid === undefined ? null : highWaterOf(child.pid)),
    stop: async () => {
      process.off('exit', kill)
      kill()
      await ended.catch(() => undefined)
    },
  }
}

async function withPatience<Answer>(answer: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new BenchError(`It did not answer within ${patience / 1000} seconds.`))
    }, patience)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}
