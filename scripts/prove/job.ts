import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isAtLeast } from './environments/versions.ts'
import type { Environment } from './environments/environment.ts'
import type { Example } from './examples.ts'
import { type Outcome, observe } from './process.ts'
import type { Proof } from './proof.ts'

/** One proof on one set of versions. */
export interface Job {
  readonly proof: Proof
  readonly environment: Environment
  readonly examples: readonly Example[]
  /** Tells it from every other job of the run. */
  readonly number: number
}

/** A line that a proof printed to show what it claims. */
export interface Evidence {
  readonly kind: 'wrong' | 'right' | 'shown'
  readonly line: string
}

export interface Result {
  readonly job: Job
  readonly seconds: number
  readonly evidence: readonly Evidence[]
  /** `null` where everything was shown. */
  readonly problem: string | null
  readonly output: string
}

/** Seconds after which a proof is taken to hang. */
const mostSeconds = 120

/** Whether a proof says that it holds for the versions of an environment. */
export function suits({ language, since }: Proof, environment: Environment): boolean {
  if (language !== environment.language) return false
  return since === null || isAtLeast(environment.versions.get('celery') ?? '0', since)
}

/** Runs a proof in a process of its own, with `folder` to write to and `env` to find its servers by. */
export async function runJob(root: string, job: Job, folder: string, env: Readonly<Record<string, string>>, limit: number = mostSeconds): Promise<Result> {
  const { proof, environment } = job
  await mkdir(folder, { recursive: true })
  const examples = join(folder, 'examples.json')
  await writeFile(examples, JSON.stringify(job.examples))
  if (environment.modules !== null) await symlink(environment.modules, join(folder, 'node_modules'))
  const [command, ...args] = environment.command
  const surroundings = { ...process.env, ...environment.env, ...env, EXAMPLES: examples, PROOF_FOLDER: folder }
  const outcome = await observe(command, [...args, join(root, proof.file)], { env: surroundings, cwd: folder, limit })
  const evidence = evidenceIn(outcome.output)
  return { job, seconds: outcome.seconds, evidence, problem: problemOf(proof, outcome, evidence, limit), output: outcome.output }
}

function evidenceIn(output: string): readonly Evidence[] {
  return [...output.matchAll(/^(WRONG|RIGHT|SHOWN):? (.+)$/gm)].map(([, word = '', line = '']) => ({ kind: kindOf(word), line }))
}

function kindOf(word: string): Evidence['kind'] {
  if (word === 'WRONG') return 'wrong'
  return word === 'RIGHT' ? 'right' : 'shown'
}

function problemOf(proof: Proof, { code, isLate }: Outcome, evidence: readonly Evidence[], limit: number): string | null {
  if (isLate) return `it did not end within ${limit} s`
  if (code !== 0) return code === null ? 'it was killed' : `it ended with ${code}`
  const kinds = new Set(evidence.map(({ kind }) => kind))
  const showsBoth = kinds.has('wrong') && kinds.has('right')
  if (showsBoth || (kinds.has('shown') && !proof.file.startsWith('rules/'))) return null
  return 'it ended well without printing what it shows: a line WRONG … and a line RIGHT …'
}
