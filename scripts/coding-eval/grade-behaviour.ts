import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import type { Environment } from '../prove/environments/environment.ts'
import { preparePython } from '../prove/environments/python.ts'
import type { Job, Result } from '../prove/job.ts'
import { lastLines, run } from '../prove/process.ts'
import { readHead } from '../prove/proof.ts'
import { runJobs, secondNumber } from '../prove/run-jobs.ts'
import { startServers } from '../prove/servers/servers.ts'
import type { Files } from './folder.ts'

/** A result with the program that looks at how it behaves. */
export interface Trial {
  /** Told in messages. */
  readonly id: string
  /** Relative to the repository, with `/`. */
  readonly check: string
  readonly files: Files
}

/** What stops further trials from being started. */
export interface Stop {
  readonly isStopped: () => boolean
}

/** Seconds after which a trial is taken to hang. */
const mostSeconds = 120

/**
 * Runs each trial on the real Celery, Django and servers; one that fails is tried once more, alone. Gives, in the order of the trials, what is
 * wrong with each, in words; `null`: nothing. Throws an Error where the surroundings cannot be prepared.
 */
export async function gradeBehaviour(root: string, trials: readonly Trial[], { isStopped }: Stop): Promise<readonly (string | null)[]> {
  if (trials.length === 0) return []
  const environment = await prepareEnvironment(root)
  const jobs = await Promise.all(trials.map((trial, number) => makeJob(root, trial, environment, number)))
  await run('bash', [join(root, 'scripts/prove/install-servers.sh'), ...new Set(jobs.flatMap(({ proof }) => proof.needs))])
  const folder = await mkdtemp(join(tmpdir(), 'coding-checks-'))
  try {
    const numbers = jobs.flatMap(({ number, proof }) => [number, secondNumber(number, jobs.length)].map((place) => [place, proof.needs] as const))
    const servers = await startServers(new Map(numbers), folder)
    const width = availableParallelism() + 1
    const onResult = (result: Result): void => {
      if (process.stderr.isTTY) console.error(`${result.job.proof.id}: ${problemIn(result) ?? 'behaves'}`)
    }
    const results = await runJobs(jobs, servers, { root, folder, width, limit: mostSeconds, onResult, isStopped }).finally(() => servers.stop())
    return trials.map((_, index) => {
      const result = results[index]
      return result === undefined ? 'it was not run' : problemIn(result)
    })
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

function problemIn({ problem, output }: Result): string | null {
  return problem === null ? null : `${problem}: ${lastLines(output, 1)}`
}

/** The proofs' own, with what the checks have in common in reach. */
async function prepareEnvironment(root: string): Promise<Environment> {
  const environment = await preparePython(root, join(root, '.cache', 'prove'), 'newest')
  const paths = [environment.env['PYTHONPATH'] ?? '', join(root, 'test/guidance/coding-lab')]
  return { ...environment, env: { ...environment.env, PYTHONPATH: paths.join(delimiter) } }
}

async function makeJob(root: string, { id, check, files }: Trial, environment: Environment, number: number): Promise<Job> {
  const proof = { ...readHead(check, await readFile(join(root, check), 'utf8')), id }
  return { proof, environment, number, examples: [{ role: 'right', heading: null, files: Object.fromEntries(files) }] }
}
