import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { madeOnce } from './prove/environments/environment.ts'
import { killAll, lastLines, observe, run } from './prove/process.ts'
import { type Servers, startServers } from './prove/servers/servers.ts'

// npm run examples -- [example]…
const { positionals: wanted } = parseArgs({ allowPositionals: true })
const root = join(import.meta.dirname, '..')
const folder = join(root, 'examples')
const cache = join(root, '.cache', 'examples')

/** Seconds after which the tests of an example are taken to hang. */
const mostSeconds = 600

let isStopped = false

/** Ends every test and server; what has to be tidied up is tidied up where it was waited for. */
function stopAll(): void {
  isStopped = true
  process.exitCode = 130
  killAll()
}

/** The examples in Python, which say what their tests need. */
async function findExamples(): Promise<readonly string[]> {
  const names = await readdir(folder)
  return names.filter((name) => existsSync(join(folder, name, 'requirements-dev.txt'))).sort()
}

/** The Python that has the packages an example pins, made once for each set of pins. */
async function preparePython(name: string): Promise<string> {
  const files = ['requirements.txt', 'requirements-dev.txt'].map((file) => join(folder, name, file))
  const pins = await Promise.all(files.map((file) => readFile(file, 'utf8')))
  await mkdir(cache, { recursive: true })
  const lock = join(cache, `${name}.txt`)
  await writeFile(lock, pins.join(''))
  const made = await madeOnce(cache, name, lock, async (draft) => {
    await run('python3', ['-m', 'venv', draft])
    await run(join(draft, 'bin', 'python'), ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--requirement', join(folder, name, 'requirements-dev.txt')])
  })
  return join(made, 'bin', 'python')
}

async function testExample(name: string, place: Awaited<ReturnType<Servers['place']>>): Promise<void> {
  const python = await preparePython(name)
  const env = { ...process.env, ...place.env, PYTHONDONTWRITEBYTECODE: '1' }
  const args = ['-m', 'pytest', '-p', 'no:cacheprovider']
  const { code, isLate, output, seconds } = await observe(python, args, { env, cwd: join(folder, name), limit: mostSeconds })
  if (isStopped) return
  if (code === 0) {
    console.log(`${name}: ${lastLines(output, 1).replaceAll('=', '').trim()}`)
    return
  }
  const problem = isLate ? `did not end within ${mostSeconds} s` : `ended with ${String(code)} after ${seconds.toFixed(0)} s`
  console.log(`\n${name} ${problem}:\n${lastLines(output, 60)}`)
  process.exitCode = 1
}

async function testAll(names: readonly string[], servers: Servers): Promise<void> {
  // One at a time: some of them watch the clock, and they start workers of their own.
  for (const [number, name] of names.entries()) {
    if (isStopped) return
    await testExample(name, await servers.place(number, ['redis']))
  }
}

async function main(): Promise<void> {
  const all = await findExamples()
  const unknown = wanted.filter((name) => !all.includes(name))
  if (unknown.length > 0) throw new Error(`there is no example ${unknown.join(', ')} in Python; there are ${all.join(', ')}`)
  const names = all.filter((name) => wanted.length === 0 || wanted.includes(name))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stopAll)
  await run('bash', [join(import.meta.dirname, 'prove', 'install-servers.sh'), 'redis'])
  const files = await mkdtemp(join(tmpdir(), 'examples-'))
  try {
    const servers = await startServers(new Map(names.map((_, number) => [number, ['redis'] as const])), files)
    await testAll(names, servers).finally(() => servers.stop())
  } finally {
    await rm(files, { recursive: true, force: true, maxRetries: 3 })
  }
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode ||= 2
})
