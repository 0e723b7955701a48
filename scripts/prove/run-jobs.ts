import { join } from 'node:path'
import { type Job, type Result, runJob } from './job.ts'
import type { Servers } from './servers/servers.ts'

export interface Run {
  readonly root: string
  /** Everything that the proofs write goes below this folder. */
  readonly folder: string
  /** How many run at a time. */
  readonly width: number
  /** Seconds for each of them. */
  readonly limit?: number
  /** Told of each result as it comes. */
  readonly onResult: (result: Result) => void
  /** Whether no further proof may be started. */
  readonly isStopped: () => boolean
}

/**
 * Runs all jobs and gives their results in the order of the jobs. One that cannot even be started is a result as well. Proofs wait for real
 * servers and processes, which a busy machine may keep waiting too long: one that fails is tried once more, alone, before it counts as failed.
 */
export async function runJobs(jobs: readonly Job[], servers: Servers, run: Run): Promise<readonly Result[]> {
  const results: Result[] = []
  const waiting = jobs.entries()
  const work = async (): Promise<void> => {
    for (const [index, job] of waiting) {
      if (run.isStopped()) return
      const result = await runOne(job, servers, run)
      results[index] = result
      if (result.problem === null) run.onResult(result)
    }
  }
  await Promise.all(Array.from({ length: run.width }, work))
  for (const [index, failed] of results.entries()) {
    if (failed.problem === null || run.isStopped()) continue
    const again = await runOne({ ...failed.job, number: secondNumber(failed.job.number, jobs.length) }, servers, run)
    results[index] = again
    run.onResult(again)
  }
  return results
}

/** The number of a job that is tried again: its places are others than those of the first time, and servers have to know them as well. */
export function secondNumber(number: number, jobs: number): number {
  return number + jobs
}

async function runOne(job: Job, servers: Servers, { root, folder, limit }: Run): Promise<Result> {
  try {
    const place = await servers.place(job.number, job.proof.needs)
    return await runJob(root, job, join(folder, String(job.number)), place.env, limit).finally(() => place.release())
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    return { job, seconds: 0, evidence: [], problem, output: '' }
  }
}
