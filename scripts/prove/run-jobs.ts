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

/** Runs all jobs and gives their results in the order of the jobs. One that cannot even be started is a result as well. */
export async function runJobs(jobs: readonly Job[], servers: Servers, run: Run): Promise<readonly Result[]> {
  const results: Result[] = []
  const waiting = jobs.entries()
  const work = async (): Promise<void> => {
    for (const [index, job] of waiting) {
      if (run.isStopped()) return
      const result = await runOne(job, servers, run)
      results[index] = result
      run.onResult(result)
    }
  }
  await Promise.all(Array.from({ length: run.width }, work))
  return results
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
