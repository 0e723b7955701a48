import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { BenchError } from './bench-error.ts'
import { type Progress } from './progress.ts'

const execute = promisify(execFile)

const wayOut = 'To measure the review alone: --without ruff --without semgrep.'

/** A folder below the system's temporary one: other pins get another folder. */
export function environmentFolder(pins: readonly string[]): string {
  const hash = createHash('sha256').update(pins.join('\n')).digest('hex').slice(0, 12)
  return join(tmpdir(), `taskwise-bench-${hash}`)
}

/**
 * The folder with the programs of the packages pinned by `pins`, such as `ruff==1.2.3`, in a virtual environment that is
 * made once and kept. Throws a BenchError where Python or pip is missing or the packages cannot be had.
 */
export async function installedPrograms(pins: readonly string[], progress: Progress): Promise<string> {
  const folder = environmentFolder(pins)
  const complete = join(folder, 'complete')
  if (existsSync(folder)) assertOwn(folder)
  if (!existsSync(complete)) {
    progress.show(`installing ${pins.join(' and ')}, once`)
    await install(folder, pins)
    writeFileSync(complete, '')
  }
  return join(folder, 'bin')
}

/** The temporary folder is everybody's, and what lies in there under our name is going to be run. */
function assertOwn(folder: string): void {
  const { uid } = lstatSync(folder)
  if (uid !== process.getuid?.()) throw new BenchError(`${folder} belongs to someone else: remove it, or set TMPDIR to a folder of your own.`)
}

async function install(folder: string, pins: readonly string[]): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { mode: 0o700 })
  await run('python3', ['-m', 'venv', folder], 'python3 could not make a virtual environment: it needs its modules venv and ensurepip.')
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-input', ...pins]
  await run(join(folder, 'bin', 'python3'), pip, `pip could not install ${pins.join(' and ')}.`)
}

async function run(program: string, args: readonly string[], failure: string): Promise<void> {
  try {
    await execute(program, args)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    if ('code' in error && error.code === 'ENOENT') throw new BenchError(`${program} was not found, which ruff and semgrep are installed with. ${wayOut}`)
    // The error's own message repeats the command line; what the program said is more to the point.
    const said = ['stdout' in error ? String(error.stdout) : '', 'stderr' in error ? String(error.stderr) : ''].join('').trim()
    throw new BenchError(`${failure} ${wayOut}\n${said}`)
  }
}
