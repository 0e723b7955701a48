import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { type Reading, type Tool } from './tool.ts'

/** The parts of semgrep's JSON that are counted. */
interface Scan {
  readonly results: readonly unknown[]
  readonly errors: readonly { readonly path?: string }[]
  readonly paths: { readonly scanned: readonly string[] }
}

const offline = ['--metrics=off', '--disable-version-check']

/** The files that a review reads: tests too, and up to 2 MiB each. */
const sameFiles = ['--include=*.py', '--x-ignore-semgrepignore-files', '--max-target-bytes=2097152']

/** `semgrep scan` with the rules beside this file; `programs` holds the installed programs, `scratch` what semgrep keeps for itself. */
export function semgrep(version: string, programs: string, scratch: string): Tool {
  const rules = join(import.meta.dirname, 'semgrep')
  // Seconds for one rule on one file: a slow file must not decide the whole run.
  const limits = ['--timeout=10', `--jobs=${availableParallelism()}`]
  return {
    name: 'semgrep',
    version,
    language: 'python',
    command: (folder) => ({
      program: join(programs, 'semgrep'),
      args: ['scan', '--quiet', '--json', ...offline, ...sameFiles, ...limits, `--config=${rules}`, folder],
      environment: {
        // It starts programs of its own that it looks for there.
        PATH: `${programs}:${process.env['PATH'] ?? ''}`,
        SEMGREP_SETTINGS_FILE: join(scratch, 'semgrep-settings.yml'),
        SEMGREP_LOG_FILE: join(scratch, 'semgrep.log'),
      },
    }),
    exitCodes: [0, 1],
    read: ({ stdout }) => Promise.resolve(readScan(stdout)),
  }
}

/** Counts what is in semgrep's JSON. Throws a SyntaxError for any other text. */
export function readScan(json: string): Reading {
  const { results, errors, paths } = JSON.parse(json) as Scan
  return { findings: results.length, files: paths.scanned.length, unread: new Set(errors.map(({ path }) => path)).size }
}
