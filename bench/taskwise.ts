import { existsSync } from 'node:fs'
import { join } from 'node:path'
import manifest from '../package.json' with { type: 'json' }
import { BenchError } from './bench-error.ts'
import { type Reading, type Tool } from './tool.ts'

/** The parts of the JSON report that are counted. */
interface Report {
  readonly files: { readonly read: number; readonly partlyRead: readonly unknown[]; readonly skipped: readonly unknown[] }
  readonly findings: readonly { readonly file: string }[]
}

/** The path of the command as it ships. Throws a BenchError where it has not been built. */
export function builtCommand(): string {
  const entry = join(import.meta.dirname, '..', manifest.bin.taskwise)
  if (!existsSync(entry)) throw new BenchError('There is no build to measure: run `npm run build` first.')
  return entry
}

/** The review as it ships. Throws a BenchError where it has not been built. */
export function taskwise(): Tool {
  const entry = builtCommand()
  return {
    name: 'taskwise',
    version: manifest.version,
    language: null,
    command: (folder) => ({ program: process.execPath, args: [entry, 'review', '--format', 'json', folder], environment: {} }),
    // 2 with a report: not all could be read.
    exitCodes: [0, 1, 2],
    read: ({ stdout }) => Promise.resolve(readReport(stdout)),
  }
}

/** Counts what is in a JSON report. Throws a SyntaxError for any other text. */
export function readReport(json: string): Reading {
  const { files, findings } = JSON.parse(json) as Report
  return { findings: findings.length, files: files.read, unread: files.partlyRead.length + files.skipped.length }
}

/** The files that a JSON report has findings in, relative to the reviewed folder. Throws a SyntaxError for any other text. */
export function readFilesWithFindings(json: string): readonly string[] {
  const { findings } = JSON.parse(json) as Report
  return findings.map(({ file }) => file)
}
