import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { BenchError } from './bench-error.ts'
import { type Progress } from './progress.ts'

const execute = promisify(execFile)

/** A folder below the system's temporary one: other pins get another folder. */
export function environmentFolder(pins: readonly string[]): string {
  const hash = createHash('sha256').update(pins.join('\n')).digest('hex').slice(0, 12)
  return join(tmpdir(), `taskwise-bench-${hash}`)
}

/**
 * The folder for what `pins` name, which `install` fills once and which is kept. Throws a BenchError where the folder is
 * somebody else's; whatever `install` throws leaves it to be filled another time.
 */
export async function keptEnvironment(pins: readonly string[], progress: Progress, install: (emptyFolder: string) => Promise<void>): Promise<string> {
  const folder = environmentFolder(pins)
  const complete = join(folder, 'complete')
  if (existsSync(folder)) assertOwn(folder)
  if (!existsSync(complete)) {
    progress.show(`installing ${pins.join(' and ')}, once`)
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { mode: 0o700 })
    await install(folder)
    writeFileSync(complete, '')
  }
  return folder
}

/** The temporary folder is everybody's, and what lies in there under our name is going to be run. */
function assertOwn(folder: string): void {
  const { uid } = lstatSync(folder)
  if (uid !== process.getuid?.()) throw new BenchError(`${folder} belongs to someone else: remove it, or set TMPDIR to a folder of your own.`)
}

/** Runs a program that installs something. Returns `null` where it succeeds, and else what it said, or that it is missing. */
export async function installWith(program: string, args: readonly string[]): Promise<{ readonly said: string } | 'missing' | null> {
  try {
    await execute(program, args)
    return null
  } catch (error) {
    if (!(error instanceof Error)) throw error
    if ('code' in error && error.code === 'ENOENT') return 'missing'
    // The error's own message repeats the command line; what the program said is more to the point.
    return { said: ['stdout' in error ? String(error.stdout) : '', 'stderr' in error ? String(error.stderr) : ''].join('').trim() }
  }
}
