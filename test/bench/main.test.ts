import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { type Outcome, runProcess } from '../workshop/run-script.ts'
import { temporaryFolder } from '../workshop/temporary-folder.ts'

const repository = join(import.meta.dirname, '..', '..')
const bench = ['--import', 'tsx', join('bench', 'main.ts')]
const alone = ['--without', 'ruff', '--without', 'semgrep', '--rounds', '1']

/** Runs the measurement with changed variables. */
function runBench(args: readonly string[], variables: Readonly<Record<string, string>> = {}): Promise<Outcome> {
  const settings = Object.entries(variables).map(([name, value]) => `${name}=${value}`)
  return runProcess('env', [...settings, process.execPath, ...bench, ...args], repository)
}

const shop = {
  'shop/tasks.py': 'from celery import shared_task\n\n\n@shared_task\ndef send(order_id):\n    print(order_id)\n',
  'shop/views.py':
    'from django.db import transaction\n\nfrom shop.tasks import send\n\n\ndef order(pk):\n    with transaction.atomic():\n        send.delay(pk)\n',
}

test('a review is measured, also on copies and in an editor, and the raw numbers are written', async () => {
  const folder = await temporaryFolder(shop)
  const temporary = await temporaryFolder()
  const json = join(temporary, 'numbers.json')
  const { code, stdout, stderr } = await runBench([...alone, '--growth', '--editor', '--json', json, folder], { TMPDIR: temporary })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toMatch(/^taskwise {2}.* 2 {7}0 {9}1$/m)
  expect(stdout).toMatch(/^4× .* 8 {7}0 {9}4 .*×$/m)
  expect(stdout).toMatch(/^shop\/views\.py +8 .*×$/m)
  const { results } = JSON.parse(readFileSync(json, 'utf8')) as { results: unknown }
  expect(results).toMatchObject([{ repository: { parts: [{ files: 2 }] }, comparison: [{ name: 'taskwise', runs: [{}] }], growth: [{}, {}, {}], editor: { files: [{ file: 'shop/views.py' }] } }])
  expect(readdirSync(temporary).filter((name) => name.startsWith('taskwise-bench'))).toEqual([])
})

test('what cannot be measured ends with 2 and a reason', async () => {
  expect(await runBench([...alone, 'no/such/folder'])).toEqual({ code: 2, stdout: '', stderr: 'no/such/folder is not a folder.\n' })
  const unwritable = await runBench([...alone, '--json', 'no/such/folder/numbers.json', 'examples'])
  expect(unwritable).toMatchObject({ code: 2, stdout: '' })
  expect(unwritable.stderr).toContain('--json cannot write to no/such/folder')
})

test('without Python there are no peers to measure beside', async () => {
  const folder = await temporaryFolder(shop)
  const { code, stdout, stderr } = await runBench([folder], { PATH: folder, TMPDIR: await temporaryFolder() })
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toBe('python3 was not found, which ruff and semgrep are installed with. To measure the review alone: --without ruff --without semgrep.\n')
})

test('the server is measured alone where npm is missing, and the table says so', async () => {
  const temporary = await temporaryFolder()
  const json = join(temporary, 'numbers.json')
  const { code, stdout, stderr } = await runBench(['--guidance', '--rounds', '1', '--json', json], { PATH: temporary, TMPDIR: temporary })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toMatch(/^start to first answer .* ms {7}not measured +–$/m)
  expect(stdout).toContain('server-everything could not be measured. npm was not found')
  expect(stdout).toContain('taskwise: 0 of 300 calls failed')
  const { guidance } = JSON.parse(readFileSync(json, 'utf8')) as { guidance: unknown }
  expect(guidance).toMatchObject({ stdio: [{ samples: [{}] }, { samples: [] }], http: [{ samples: [{ failures: [] }] }, { samples: [] }] })
}, 120_000)

test('help goes to standard output', async () => {
  const { code, stdout } = await runBench(['--help'])
  expect({ code, usage: stdout.startsWith('Usage: npm run bench') }).toEqual({ code: 0, usage: true })
})

test('an interrupted measurement leaves nothing behind', async () => {
  const folder = await temporaryFolder(shop)
  const temporary = await temporaryFolder()
  const child = spawn(process.execPath, [...bench, ...alone, '--rounds', '1000', folder], { cwd: repository, stdio: 'ignore', env: { ...process.env, TMPDIR: temporary } })
  const ended = once(child, 'exit')
  const runs = (): string[] => readdirSync(temporary).filter((name) => name.startsWith('taskwise-bench-run-'))
  while (child.exitCode === null && !runs().some((name) => existsSync(join(temporary, name, 'stdout')))) await setTimeout(20)
  child.kill('SIGINT')
  expect(await ended).toEqual([130, null])
  expect(runs()).toEqual([])
})
