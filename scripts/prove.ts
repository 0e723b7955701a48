import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Environment } from './prove/environments/environment.ts'
import { prepareNode } from './prove/environments/node.ts'
import { preparePython } from './prove/environments/python.ts'
import { examplesFor } from './prove/examples.ts'
import { type Job, type Result, suits } from './prove/job.ts'
import { versionsLabel } from './prove/label.ts'
import { findStale, proofPage, renewPage } from './prove/page.ts'
import { killAll, run } from './prove/process.ts'
import { findProofs, type Proof } from './prove/proof.ts'
import { runJobs, secondNumber } from './prove/run-jobs.ts'
import { startServers } from './prove/servers/servers.ts'
import { resultTable } from './prove/table.ts'

const { values, positionals: ids } = parseArgs({
  allowPositionals: true,
  options: {
    check: { type: 'boolean', default: false },
    jobs: { type: 'string', default: String(availableParallelism() + 1) },
    // On the newest versions alone, which takes half the time; the page, which names both, stays as it is.
    newest: { type: 'boolean', default: false },
    root: { type: 'string', default: join(import.meta.dirname, '..') },
  },
})
const { root } = values
const pagePath = join(root, 'docs', 'proofs.md')

let isStopped = false

/** Ends every proof and server; what has to be tidied up is tidied up where it was waited for. */
function stopAll(): void {
  isStopped = true
  process.exitCode = 130
  killAll()
}

async function prepareEnvironments(proofs: readonly Proof[]): Promise<readonly Environment[]> {
  const cache = join(root, '.cache', 'prove')
  const isSpoken = (language: Proof['language']): boolean => proofs.some((proof) => proof.language === language)
  const names = values.newest ? (['newest'] as const) : (['newest', 'oldest'] as const)
  const python = isSpoken('python') ? await Promise.all(names.map((name) => preparePython(root, cache, name))) : []
  return isSpoken('typescript') ? [...python, await prepareNode(root, cache)] : python
}

async function makeJobs(proofs: readonly Proof[]): Promise<readonly Job[]> {
  const environments = await prepareEnvironments(proofs)
  const jobs: Job[] = []
  for (const proof of proofs) {
    const examples = await examplesFor(root, proof)
    for (const environment of environments.filter((each) => suits(proof, each))) jobs.push({ proof, environment, examples, number: jobs.length })
  }
  return jobs
}

function tell(text: string): void {
  if (process.stderr.isTTY) console.error(text)
}

function onResult(result: Result): void {
  tell(`${result.problem ?? 'shown'}: ${result.job.proof.id} (${versionsLabel(result.job)}), ${result.seconds.toFixed(1)} s`)
}

async function prove(proofs: readonly Proof[], folder: string): Promise<readonly Result[]> {
  const needs = new Set(proofs.flatMap((proof) => proof.needs))
  tell('preparing environments and servers')
  const jobs = await makeJobs(proofs)
  if (needs.size > 0) await run('bash', [join(import.meta.dirname, 'prove', 'install-servers.sh'), ...needs])
  const places = jobs.flatMap(({ number, proof }) => [number, secondNumber(number, jobs.length)].map((place) => [place, proof.needs] as const))
  const servers = await startServers(new Map(places), folder)
  tell(`${jobs.length} proofs`)
  return runJobs(jobs, servers, { root, folder, width: Number(values.jobs), onResult, isStopped: () => isStopped }).finally(() => servers.stop())
}

async function checkPage(proofs: readonly Proof[]): Promise<void> {
  const stale = findStale(await readFile(pagePath, 'utf8').catch(() => ''), proofs)
  for (const line of stale) console.error(line)
  if (stale.length > 0) process.exitCode = 1
  else console.log(`docs/proofs.md lists all ${proofs.length} proofs`)
}

async function main(): Promise<void> {
  const all = await findProofs(root)
  if (values.check) return checkPage(all)
  const unknown = ids.filter((id) => !all.some((proof) => proof.id === id))
  if (unknown.length > 0) throw new Error(`there is no proof of ${unknown.join(', ')}; there are proofs of ${[...new Set(all.map(({ id }) => id))].join(', ')}`)
  const chosen = all.filter(({ id }) => ids.length === 0 || ids.includes(id))
  const folder = await mkdtemp(join(tmpdir(), 'prove-'))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stopAll)
  const results = await prove(chosen, folder).finally(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }))
  if (isStopped) return
  console.log(resultTable(results))
  if (results.some(({ problem }) => problem !== null)) process.exitCode = 1
  else if (!values.newest) await writeFile(pagePath, ids.length === 0 ? proofPage(results) : renewPage(await readFile(pagePath, 'utf8'), proofPage(results)))
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode ||= 2
})
