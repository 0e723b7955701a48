import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What one scenario of the suite found. */
export interface ScenarioResult {
  readonly scenario: string
  /** What kept it from passing; none: it passed. A warning counts, and so does a check that could not be made. */
  readonly problems: readonly string[]
  /** Messages of the server that the protocol's schema does not allow. No scenario may find these, whether it applies or not. */
  readonly malformed: readonly string[]
}

interface Check {
  readonly id: string
  readonly status: 'SUCCESS' | 'FAILURE' | 'WARNING' | 'SKIPPED' | 'INFO'
  readonly description: string
  readonly errorMessage?: string
}

const schemaCheck = 'wire-schema-valid'

/** Reads the folders that the suite leaves, `server-<scenario>-<time>/checks.json`, sorted by scenario. */
export async function readResults(folder: string): Promise<readonly ScenarioResult[]> {
  const names = (await readdir(folder)).sort()
  return Promise.all(
    names.map(async (name) => {
      const checks = JSON.parse(await readFile(join(folder, name, 'checks.json'), 'utf8')) as readonly Check[]
      const scenario = /^server-(.+)-\d{4}-\d\d-\d\dT[\d-]+Z$/.exec(name)?.[1] ?? name
      return { scenario, problems: problemsOf(checks), malformed: checks.filter(({ id, status }) => id === schemaCheck && status !== 'SUCCESS').map(describe) }
    }),
  )
}

function problemsOf(checks: readonly Check[]): readonly string[] {
  const bad = checks.filter(({ status }) => status !== 'SUCCESS' && status !== 'INFO')
  const isEmpty = !checks.some(({ id, status }) => status === 'SUCCESS' && id !== schemaCheck)
  return isEmpty && bad.length === 0 ? ['nothing was checked'] : bad.map(describe)
}

function describe({ id, status, description, errorMessage = description }: Check): string {
  return `${id} (${status.toLowerCase()}): ${errorMessage}`
}
