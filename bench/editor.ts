import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { BenchError } from './bench-error.ts'
import { type MeasuringOptions } from './measure.ts'
import { type Repository, sourceFiles } from './repository.ts'
import { readFilesWithFindings } from './taskwise.ts'
import { runTimed } from './timed-process.ts'
import { type Tool } from './tool.ts'

/** Times of linting with our plugin, and of linting the same text with a rule that looks at nothing; in milliseconds, by round. */
export interface Pair {
  readonly plugin: number[]
  readonly floor: number[]
}

/** What linting one file takes once the project is known, as it is and after a change. */
export interface FileTimes {
  /** Relative to the repository. */
  readonly file: string
  readonly lines: number
  readonly unchanged: Pair
  readonly edited: Pair
}

export interface EditorSession {
  /** The first file of a session, for which all others are read. */
  readonly firstMs: number
  readonly files: readonly FileTimes[]
}

/** The path of the plugin as it ships. Throws a BenchError where it has not been built. */
export function builtPlugin(): string {
  const entry = join(import.meta.dirname, '..', 'dist', 'eslint-plugin', 'main.js')
  if (!existsSync(entry)) throw new BenchError('There is no plugin to measure: run `npm run build` first.')
  return entry
}

/** Lints some files of a repository in one ESLint again and again, as an editor does. Throws a BenchError where that fails. */
export async function measureEditor({ folder, language }: Repository, review: Tool, { rounds, scratch, progress }: MeasuringOptions): Promise<EditorSession> {
  const plugin = builtPlugin()
  progress.show('looking for files with findings')
  const report = await runTimed(review.command(folder), scratch)
  const found = new Set(readFilesWithFindings(report.stdout))
  const sized = sourceFiles(folder, language).map((file) => ({ file, bytes: statSync(join(folder, file)).size }))
  const bySize = sized.sort((left, right) => left.bytes - right.bytes).map(({ file }) => file)
  const files = chooseFiles(bySize, bySize.filter((file) => found.has(file)))
  progress.show(`linting ${files.length} files one by one`)
  const args = ['--import', import.meta.resolve('tsx'), join(import.meta.dirname, 'editor-session.ts'), folder, pathToFileURL(plugin).href, String(rounds), ...files]
  const { code, stdout, stderr } = await runTimed({ program: process.execPath, args, environment: {} }, scratch)
  if (code !== 0) throw new BenchError(`ESLint with our plugin failed on ${folder}.\n${stderr.trim().slice(-2000)}`)
  return JSON.parse(stdout) as EditorSession
}

/** Of files from the smallest to the largest: the middle one and larger ones up to the largest, and three of those with findings. */
export function chooseFiles(bySize: readonly string[], withFindings: readonly string[]): readonly string[] {
  return [...new Set([...pick(withFindings, [0, 0.5, 1]), ...pick(bySize, [0.5, 0.75, 0.9, 0.99, 1])])]
}

/** The files at the given parts of the way from the first to the last. */
function pick(files: readonly string[], parts: readonly number[]): readonly string[] {
  return parts.flatMap((part) => files[Math.round(part * (files.length - 1))] ?? [])
}
