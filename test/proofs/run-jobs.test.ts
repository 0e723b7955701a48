import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Environment } from '../../scripts/prove/environments/environment.ts'
import type { Result } from '../../scripts/prove/job.ts'
import { readHead } from '../../scripts/prove/proof.ts'
import { runJobs } from '../../scripts/prove/run-jobs.ts'
import type { Servers } from '../../scripts/prove/servers/servers.ts'
import { temporaryFolder } from '../workshop/temporary-folder.ts'
import { environmentWith, noServers } from './fakes.ts'

const typescript: Environment = environmentWith('typescript', {})

/** Runs proofs, given as programs by the names of their rules, with two seconds for each. */
async function results(programs: Readonly<Record<string, string>>, servers: Servers = noServers): Promise<readonly Result[]> {
  const files = Object.entries(programs).map(([id, text]) => [id, `rules/${id}/proof.ts`, `/** It holds. */\n${text}`] as const)
  const root = await temporaryFolder({ 'package.json': '{ "type": "module" }', ...Object.fromEntries(files.map(([, file, text]) => [file, text])) })
  const environment: Environment = { ...typescript, command: [process.execPath, '--import', import.meta.resolve('tsx')] }
  const jobs = files.map(([id, file, text], number) => ({ proof: readHead(file, text), environment, examples: [{ role: 'wrong' as const, heading: id, files: {} }], number }))
  return runJobs(jobs, servers, { root, folder: join(root, 'scratch'), width: 2, limit: 2, onResult: () => undefined, isStopped: () => false })
}

const both = "console.log('WRONG it breaks')\nconsole.log('RIGHT it holds')\n"

test('a proof shows both ways, and finds its examples and its place', async () => {
  const look = "import { readFileSync } from 'node:fs'\nconst examples: { heading: string }[] = JSON.parse(readFileSync(process.env.EXAMPLES ?? '', 'utf8'))\n"
  const [result] = await results({ good: `${look}console.log('WRONG', examples[0]?.heading, process.env.PLACE, process.env.FAKE)\nconsole.log('RIGHT', process.cwd() === process.env.PROOF_FOLDER)\n` })
  expect(result).toMatchObject({
    problem: null,
    evidence: [
      { kind: 'wrong', line: 'good 0 yes' },
      { kind: 'right', line: 'true' },
    ],
  })
})

test('a proof that fails, that shows one side only, or that is killed is no proof', async () => {
  const found = await results({
    throwing: `${both}throw new Error('the right way failed')\n`,
    silent: '',
    halved: "console.log('WRONG it breaks')\n",
    shown: "console.log('SHOWN: it breaks')\n",
    killed: "process.kill(process.pid, 'SIGKILL')\n",
  })
  expect(found.map(({ problem }) => problem)).toEqual([
    'it ended with 1',
    ...Array<string>(3).fill('it ended well without printing what it shows: a line WRONG … and a line RIGHT …'),
    'it was killed',
  ])
  expect(found[0]?.output).toContain('Error: the right way failed')
})

test('a proof that fails is tried once more, in another place', async () => {
  const once = "import { existsSync, writeFileSync } from 'node:fs'\nconst mark = `${process.env.PROOF_FOLDER}/../mark`\nif (!existsSync(mark)) { writeFileSync(mark, ''); throw new Error('busy') }\nconsole.log('WRONG', process.env.PLACE)\nconsole.log('RIGHT it holds')\n"
  const found = await results({ busy: once, steady: both })
  expect(found).toMatchObject([{ problem: null, evidence: [{ line: '2' }, { line: 'it holds' }] }, { problem: null }])
})

test('a proof that hangs is killed with everything it started', async () => {
  const child = "import { spawn } from 'node:child_process'\nspawn('sleep', ['600'], { stdio: 'inherit' })\nconsole.log('waiting')\n"
  const [result] = await results({ hanging: `${child}setInterval(() => undefined, 1000)\n` })
  expect(result).toMatchObject({ problem: 'it did not end within 2 s', output: 'waiting\n' })
  // The child holds the same output: as long as it lives, the output does not end.
  expect(result?.seconds).toBeLessThan(20)
})

test('a child that a proof leaves behind does not hold it up', async () => {
  const child = "import { spawn } from 'node:child_process'\nspawn('sleep', ['600'], { stdio: 'inherit' }).unref()\n"
  const [result] = await results({ untidy: `${child}${both}` })
  expect(result).toMatchObject({ problem: null })
})

test('a proof without a place is a failed one, and the others go on', async () => {
  const place: Servers['place'] = (number, needs) => (number % 2 === 0 ? Promise.reject(new Error('no database left')) : noServers.place(number, needs))
  const found = await results({ first: both, second: both }, { ...noServers, place })
  expect(found.map(({ problem }) => problem)).toEqual(['no database left', null])
})

test('after a stop no further proof is started', async () => {
  const root = await temporaryFolder()
  const job = { proof: readHead('rules/a/proof.ts', '/** It holds. */'), environment: typescript, examples: [], number: 0 }
  const run = { root, folder: root, width: 1, onResult: () => undefined, isStopped: () => true }
  expect(await runJobs([job], noServers, run)).toEqual([])
})
