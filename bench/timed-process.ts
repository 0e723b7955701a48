import { spawn, type SpawnOptions, spawnSync } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { watchPeak } from './resident-memory.ts'

/** A program with its arguments, and the variables it needs besides those of this process. */
export interface Command {
  /** Where it runs, where that matters to it; otherwise in the folder that takes its output. */
  readonly directory?: string
  readonly program: string
  readonly args: readonly string[]
  readonly environment: Readonly<Record<string, string>>
}

/** One run of a command. */
export interface Run {
  /** From start to end, by the clock on the wall. */
  readonly seconds: number
  /** Of the largest process that took part; null where the system does not tell. */
  readonly peakBytes: number | null
}

/** A run and what came out of it. */
export interface Outcome {
  readonly run: Run
  /** Exit code; null when a signal ended the command. */
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

const timeProgram = '/usr/bin/time'

/** GNU time knows the exact peak from the kernel's own accounts. Others by that name print something else. */
const hasGnuTime = spawnSync(timeProgram, ['--quiet', '--format', '%M', 'true'], { stdio: 'ignore' }).status === 0

/** Runs a command in the folder `scratch`, which takes its output, and waits for its end. Rejects where it cannot be started. */
export async function runTimed(command: Command, scratch: string): Promise<Outcome> {
  const files = { stdout: join(scratch, 'stdout'), stderr: join(scratch, 'stderr'), peak: join(scratch, 'peak') }
  const timed = hasGnuTime ? { ...command, program: timeProgram, args: ['--quiet', '--format', '%M', '--output', files.peak, command.program, ...command.args] } : command
  // A pipe would make the command wait for this process to empty it.
  const stdout = openSync(files.stdout, 'w')
  const stderr = openSync(files.stderr, 'w')
  try {
    const { code, seconds, peakBytes } = await runToEnd(timed, { cwd: command.directory ?? scratch, stdio: ['ignore', stdout, stderr] })
    return {
      run: { seconds, peakBytes: hasGnuTime ? parsePeak(readFileSync(files.peak, 'utf8')) : peakBytes },
      code,
      stdout: readFileSync(files.stdout, 'utf8'),
      stderr: readFileSync(files.stderr, 'utf8'),
    }
  } finally {
    closeSync(stdout)
    closeSync(stderr)
  }
}

/** Bytes from what GNU time wrote under the format `%M`: kibibytes, in the last line. */
export function parsePeak(text: string): number | null {
  const last = text.trimEnd().split('\n').at(-1) ?? ''
  return /^\d+$/.test(last) ? Number(last) * 1024 : null
}

function runToEnd({ program, args, environment }: Command, options: SpawnOptions): Promise<Run & { readonly code: number | null }> {
  return new Promise((resolve, reject) => {
    const start = performance.now()
    // A group of its own, so that whatever the command starts can be ended with it.
    const child = spawn(program, args, { ...options, detached: true, env: { ...process.env, ...environment } })
    const { pid } = child
    const endWatch = hasGnuTime || pid === undefined ? () => null : watchPeak(pid)
    const endGroup = (): void => {
      if (pid !== undefined) endProcessGroup(pid)
    }
    process.once('exit', endGroup)
    child.on('error', reject)
    child.on('exit', (code) => {
      process.off('exit', endGroup)
      resolve({ seconds: (performance.now() - start) / 1000, peakBytes: endWatch(), code })
    })
  })
}

function endProcessGroup(leader: number): void {
  try {
    process.kill(-leader)
  } catch {
    // It has just ended by itself.
  }
}
