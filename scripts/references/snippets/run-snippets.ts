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

/** Runs all jobs and gives their results as they came. */
export async function runSnippets(jobs: readonly Job[], run: Run): Promise<readonly Result[]> {
  const results: Result[] = []
  const waiting = jobs.values()
  const work = async (): Promise<void> => {
    for (const job of waiting) {
      if (run.isStopped()) return
      const result = { job, problem: await runOne(job, run) }
      results.push(result)
      run.onResult(result)
    }
  }
  await Promise.all(Array.from({ length: run.width }, work))
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
