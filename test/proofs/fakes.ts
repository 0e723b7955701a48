import type { Environment } from '../../scripts/prove/environments/environment.ts'
import type { Evidence, Result } from '../../scripts/prove/job.ts'
import { readHead } from '../../scripts/prove/proof.ts'
import type { Servers } from '../../scripts/prove/servers/servers.ts'

/** The Node of the tests, as an environment with these versions. */
export function environmentWith(language: Environment['language'], versions: Readonly<Record<string, string>>): Environment {
  return { name: 'newest', language, versions: new Map(Object.entries(versions)), command: [process.execPath], env: { FAKE: 'yes' }, modules: null }
}

/** Servers that proofs without needs get on with. */
export const noServers: Servers = {
  place: (number) => Promise.resolve({ env: { PLACE: String(number) }, release: () => Promise.resolve() }),
  stop: () => Promise.resolve(),
}

/** What a run made of the proof of a rule in Python. */
export function resultOf(id: string, celery: string, evidence: readonly Evidence[], problem: string | null = null): Result {
  const proof = readHead(`rules/${id}/proof.py`, '"""It holds | fails."""\n')
  const environment = environmentWith('python', { celery, django: '5.2' })
  return { job: { proof, environment, examples: [], number: 0 }, seconds: 12.34, evidence, problem, output: 'first\nlast\n' }
}
