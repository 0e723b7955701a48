import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { killAll, run } from './prove/process.ts'
import { startServers } from './prove/servers/servers.ts'
import { loadReferences } from './references/load.ts'
import { prepareEnvironment } from './references/snippets/environment.ts'
import { type Job, jobsFor, placesOf, type Result, runSnippets } from './references/snippets/run-snippets.ts'
import { type Snippet, snippetsOf } from './references/snippets/snippet.ts'

// npm run snippets -- [reference | reference#section]…
const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: {
    jobs: { type: 'string', default: String(Math.max(2, availableParallelism())) },
    // With the newest packages alone, which takes half the time.
    newest: { type: 'boolean', default: false },
    root: { type: 'string', default: join(import.meta.dirname, '..') },
  },
})
const { root } = values
const checks = join(import.meta.dirname, 'references')

let isStopped = false

/** Ends every program and server; what has to be tidied up is tidied up where it was waited for. */
function stopAll(): void {
  isStopped = true
  process.exitCode = 130
  killAll()
}

function label({ snippet, environment }: Job): string {
  const celery = environment?.versions.get('celery')
  return `${snippet.place} (${snippet.id}, ${snippet.info}${celery === undefined ? '' : `, Celery ${celery}`})`
}

function onResult({ job, problem }: Result): void {
  if (problem !== null) console.log(`\n${label(job)}:\n${problem}`)
  else if (process.stderr.isTTY) console.error(`right: ${label(job)}`)
}

async function checkAll(snippets: readonly Snippet[], folder: string): Promise<readonly Result[]> {
  const cache = join(root, '.cache', 'snippets')
  const names = values.newest ? ['newest'] : ['newest', 'oldest']
  const environments = await Promise.all(names.map((name) => prepareEnvironment(root, cache, name)))
  const jobs = jobsFor(snippets, environments)
  const needs = new Map(placesOf(jobs))
  const needed = new Set([...needs.values()].flat())
  await run('bash', [join(checks, 'install-tools.sh')])
  if (needed.size > 0) await run('bash', [join(import.meta.dirname, 'prove', 'install-servers.sh'), ...needed])
  const servers = await startServers(needs, folder)
  return runSnippets(jobs, { checks, folder, servers, width: Number(values.jobs), onResult, isStopped: () => isStopped }).finally(() => servers.stop())
}

async function main(): Promise<void> {
  const all = snippetsOf(await loadReferences(root))
  const isWanted = ({ id }: Snippet, name: string): boolean => id === name || id.startsWith(`${name}#`)
  const unknown = wanted.filter((name) => !all.some((snippet) => isWanted(snippet, name)))
  if (unknown.length > 0) throw new Error(`there is no block in ${unknown.join(', ')}`)
  const chosen = all.filter((snippet) => wanted.length === 0 || wanted.some((name) => isWanted(snippet, name)))
  const folder = await mkdtemp(join(tmpdir(), 'snippets-'))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stopAll)
  const results = await checkAll(chosen, folder).finally(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }))
  if (isStopped) return
  const wrong = results.filter(({ problem }) => problem !== null).length
  console.log(`${chosen.length} blocks of code, checked in ${results.length} ways; ${wrong} are wrong`)
  if (wrong > 0) process.exitCode = 1
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode ||= 2
})
