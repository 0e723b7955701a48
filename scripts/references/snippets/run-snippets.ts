import { join } from 'node:path'
import type { Servers } from '../../prove/servers/servers.ts'
import { check, versioned } from './check.ts'
import type { SnippetEnvironment } from './environment.ts'
import { serversOf, type Snippet, suits } from './snippet.ts'

/** One snippet with the packages that it is checked with. */
export interface Job {
  readonly snippet: Snippet
  /** `null` where the section holds for none of the versions at hand. */
  readonly environment: SnippetEnvironment | null
  /** Tells it from every other job. */
  readonly number: number
}

export interface Result {
  readonly job: Job
  /** `null` where nothing is wrong. */
  readonly problem: string | null
}

/** What has to be done to check the snippets. `environments` come with the newest first. */
export function jobsFor(snippets: readonly Snippet[], environments: readonly SnippetEnvironment[]): readonly Job[] {
  const pairs = snippets.flatMap((snippet) => {
    const fitting = environments.filter(({ versions }) => suits(snippet, versions))
    const chosen = snippet.kind !== null && versioned.has(snippet.kind) ? fitting : fitting.slice(0, 1)
    return (chosen.length === 0 ? [null] : chosen).map((environment) => ({ snippet, environment }))
  })
  // Servers have places for low numbers only.
  const ordered = pairs.toSorted((one, other) => Number(serversOf(other.snippet).length > 0) - Number(serversOf(one.snippet).length > 0))
  return ordered.map((pair, number) => ({ ...pair, number }))
}

/** Where and how jobs are run. */
export interface Run {
  readonly checks: string
  /** Everything that is written goes below this folder. */
  readonly folder: string
  readonly servers: Servers
  /** How many run at a time. */
  readonly width: number
  readonly onResult: (result: Result) => void
  readonly isStopped: () => boolean
}

/** The numbers of the places that the servers have to know: two for each job that needs one, since what fails is tried again elsewhere. */
export function placesOf(jobs: readonly Job[]): readonly (readonly [number: number, needs: ReturnType<typeof serversOf>])[] {
  const served = jobs.filter(({ snippet }) => serversOf(snippet).length > 0)
  return served.flatMap((job) => [job.number, secondNumber(job, jobs)].map((number) => [number, serversOf(job.snippet)] as const))
}

function secondNumber({ number }: Job, jobs: readonly Job[]): number {
  return number + jobs.filter(({ snippet }) => serversOf(snippet).length > 0).length
}

/** Runs all jobs and gives their results as they came. A busy machine may keep a worker waiting: what fails is tried once more, alone. */
export async function runSnippets(jobs: readonly Job[], run: Run): Promise<readonly Result[]> {
  const results: Result[] = []
  const failed: Job[] = []
  const waiting = jobs.values()
  const keep = (result: Result): void => {
    results.push(result)
    run.onResult(result)
  }
  const work = async (): Promise<void> => {
    for (const job of waiting) {
      if (run.isStopped()) return
      const problem = await runOne(job, run)
      if (problem === null) keep({ job, problem })
      else failed.push(job)
    }
  }
  await Promise.all(Array.from({ length: run.width }, work))
  for (const job of failed) {
    if (run.isStopped()) break
    keep({ job, problem: await runOne({ ...job, number: secondNumber(job, jobs) }, { ...run, folder: join(run.folder, 'again') }) })
  }
  return results
}

async function runOne({ snippet, environment, number }: Job, { checks, folder, servers }: Run): Promise<string | null> {
  if (environment === null) return 'the section holds for none of the versions that are tried'
  const place = await servers.place(number, serversOf(snippet))
  try {
    return await check(snippet, { environment, checks, folder: join(folder, String(number)), env: place.env })
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    await place.release()
  }
}
