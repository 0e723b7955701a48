import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import type { ESLint } from 'eslint'
import { type Outcome, runProcess } from '../workshop/run-script.ts'

/** ESLint as it is installed somewhere, run by one Node. */
export interface InstalledEslint {
  /** The folder that it is installed to. */
  readonly home: string
  /** The path of a Node. */
  readonly node: string
}

/** Runs ESLint's own command in a folder at or below its home. */
export function runEslint({ home, node }: InstalledEslint, args: readonly string[], folder: string): Promise<Outcome> {
  return runProcess(node, [join(home, 'node_modules/eslint/bin/eslint.js'), ...args], folder)
}

/** As `runEslint`, with the results as data. Throws what the command wrote where it could not lint. */
export async function lintResults(eslint: InstalledEslint, args: readonly string[], folder: string): Promise<readonly ESLint.LintResult[]> {
  const { code, stdout, stderr } = await runEslint(eslint, ['--format', 'json', ...args], folder)
  if (code !== 0 && code !== 1) throw new Error(stderr)
  return JSON.parse(stdout) as readonly ESLint.LintResult[]
}

/** `<path> <rule> <line>` for every message. */
export function shownResults(results: readonly ESLint.LintResult[], folder: string): string[] {
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, line, message }) => `${relative(folder, filePath)} ${ruleId?.replace('taskwise/', '') ?? message} ${line}`),
  )
}

/** Writes files below a folder, by path. */
export async function writeFiles(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
}
