import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { validate } from 'dockerfile-utils'
import { parse as parseToml } from 'smol-toml'
import { lastLines, observe } from '../../prove/process.ts'
import type { Kind } from '../kind.ts'
import type { SnippetEnvironment } from './environment.ts'
import type { Snippet } from './snippet.ts'

/** Where a snippet is checked, and with what. */
export interface Surroundings {
  readonly environment: SnippetEnvironment
  /** The folder `scripts/references`, where the checks in Python are. */
  readonly checks: string
  /** A folder that nothing else uses. */
  readonly folder: string
  /** Addresses of servers, by variable. */
  readonly env: Readonly<Record<string, string>>
}

/** Seconds that a snippet may take. */
const mostSeconds = 60

/** Kinds that are checked on the oldest versions too, where a section does not say that it holds for newer ones only. */
export const versioned: ReadonlySet<Kind> = new Set<Kind>(['python run', 'python fragment', 'shell'])

/** What is wrong with a snippet, in words; `null` where nothing is. */
export async function check(snippet: Snippet, surroundings: Surroundings): Promise<string | null> {
  const { kind, text, info } = snippet
  if (kind === null) return `nothing checks a block of "${info}"`
  if (kind === 'json') return said(() => JSON.parse(text) as unknown)
  if (kind === 'toml') return said(() => parseToml(text))
  if (kind === 'dockerfile') return findInstructionProblem(text) ?? checkInPython(kind, snippet, surroundings)
  const problem = await checkInPython(kind, snippet, surroundings)
  return problem === null && kind === 'python run' ? runProgram(snippet, surroundings) : problem
}

function said(read: () => unknown): string | null {
  try {
    read()
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function findInstructionProblem(text: string): string | null {
  const problems = validate(text).map(({ message, range }) => `line ${range.start.line + 1}: ${typeof message === 'string' ? message : message.value}`)
  return problems.length === 0 ? null : problems.join('\n')
}

async function checkInPython(kind: Kind, snippet: Snippet, { environment, checks, folder }: Surroundings): Promise<string | null> {
  const file = await write(snippet, folder)
  const env = { ...plainEnvironment(folder), PYTHONPATH: checks }
  const { code, output } = await observe(environment.python, ['-m', 'checks', kind, file], { env, cwd: folder, limit: mostSeconds })
  return code === 0 ? null : output.trim()
}

async function runProgram(snippet: Snippet, { environment, folder, env }: Surroundings): Promise<string | null> {
  const file = await write(snippet, folder)
  const options = { env: { ...plainEnvironment(folder), ...env }, cwd: folder, limit: mostSeconds }
  const { code, isLate, output } = await observe(environment.python, [file], options)
  if (code === 0) return null
  const end = isLate ? `it did not end within ${mostSeconds} s` : `it ended with ${String(code)}`
  return `${end}\n${lastLines(output, 25)}`
}

async function write({ file, text }: Snippet, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  const path = join(folder, file)
  await writeFile(path, text)
  return path
}

/** Nothing of the machine's own settings, and every temporary file below `folder`. */
function plainEnvironment(folder: string): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LANG: 'C.UTF-8', HOME: folder, TMPDIR: folder, PYTHONDONTWRITEBYTECODE: '1' }
}
