import { join } from 'node:path'
import { BenchError } from './bench-error.ts'
import { runTimed } from './timed-process.ts'
import { type Reading, type Tool } from './tool.ts'

/** `ruff check` with its default rules, whatever the folder configures; `programs` holds the installed programs. */
export function ruff(version: string, programs: string, scratch: string): Tool {
  const program = join(programs, 'ruff')
  const command = (args: readonly string[]) => ({ program, args: ['check', '--no-cache', '--isolated', ...args], environment: {} })
  return {
    name: 'ruff',
    version,
    language: 'python',
    // One line a finding is the quickest of its formats.
    command: (folder) => command(['--output-format', 'concise', folder]),
    exitCodes: [0, 1],
    read: async ({ stdout }, folder) => {
      const listing = await runTimed(command(['--show-files', folder]), scratch)
      return readLines(stdout, listing.stdout)
    },
  }
}

/** Counts ruff's concise findings, and the files of its listing. Throws a BenchError where the total is missing. */
export function readLines(output: string, listing: string): Reading {
  const found = /^Found (\d+) errors?\b/m.exec(output)?.[1]
  if (found === undefined && !output.includes('All checks passed!')) throw new BenchError('ruff did not say how much it found.')
  const broken = output.matchAll(/^(.+?):\d+:\d+: invalid-syntax:/gm)
  return {
    findings: Number(found ?? 0),
    files: listing.split('\n').filter((line) => line !== '').length,
    unread: new Set(Array.from(broken, ([, file]) => file)).size,
  }
}
