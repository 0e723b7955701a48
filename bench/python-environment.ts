import { join } from 'node:path'
import { BenchError } from './bench-error.ts'
import { installWith, keptEnvironment } from './kept-environment.ts'
import { type Progress } from './progress.ts'

const wayOut = 'To measure the review alone: --without ruff --without semgrep.'

/**
 * The folder with the programs of the packages pinned by `pins`, such as `ruff==1.2.3`, in a virtual environment that is
 * made once and kept. Throws a BenchError where Python or pip is missing or the packages cannot be had.
 */
export async function installedPrograms(pins: readonly string[], progress: Progress): Promise<string> {
  const folder = await keptEnvironment(pins, progress, (empty) => install(empty, pins))
  return join(folder, 'bin')
}

async function install(folder: string, pins: readonly string[]): Promise<void> {
  await run('python3', ['-m', 'venv', folder], 'python3 could not make a virtual environment: it needs its modules venv and ensurepip.')
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-input', ...pins]
  await run(join(folder, 'bin', 'python3'), pip, `pip could not install ${pins.join(' and ')}.`)
}

async function run(program: string, args: readonly string[], failure: string): Promise<void> {
  const outcome = await installWith(program, args)
  if (outcome === 'missing') throw new BenchError(`${program} was not found, which ruff and semgrep are installed with. ${wayOut}`)
  if (outcome !== null) throw new BenchError(`${failure} ${wayOut}\n${outcome.said}`)
}
