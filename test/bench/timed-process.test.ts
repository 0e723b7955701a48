import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { parseHighWater, watchPeak } from '../../bench/resident-memory.ts'
import { parsePeak, runTimed } from '../../bench/timed-process.ts'
import { runProcess } from '../workshop/run-script.ts'
import { temporaryFolder } from '../workshop/temporary-folder.ts'

const repository = join(import.meta.dirname, '..', '..')
const takeMemory = 'const held = Buffer.alloc(100_000_000, 1)'

test('time, memory, exit code and output of a run are told', async () => {
  const script = `${takeMemory}; console.log(process.env.GREETING); console.error('aside'); setTimeout(() => process.exit(3), 200)`
  const outcome = await runTimed({ program: process.execPath, args: ['-e', script], environment: { GREETING: 'hello' } }, await temporaryFolder())
  expect(outcome).toMatchObject({ code: 3, stdout: 'hello\n', stderr: 'aside\n' })
  expect(outcome.run.seconds).toBeGreaterThan(0.2)
  expect(outcome.run.peakBytes ?? 1e9).toBeGreaterThan(100_000_000)
})

test('each run is told by itself', async () => {
  const scratch = await temporaryFolder()
  await runTimed({ program: process.execPath, args: ['-e', `${takeMemory}; console.log('a long line of output')`], environment: {} }, scratch)
  const { stdout, run } = await runTimed({ program: process.execPath, args: ['-e', 'console.log(1)'], environment: {} }, scratch)
  expect(stdout).toBe('1\n')
  expect(run.peakBytes ?? 0).toBeLessThan(100_000_000)
})

test('whoever ends the measurement ends the command with it', async () => {
  const scratch = await temporaryFolder()
  const command = { program: process.execPath, args: ['-e', 'console.log(process.pid); setInterval(() => undefined, 1000)'], environment: {} }
  const script = `
    import { readFileSync } from 'node:fs'
    import { runTimed } from ${JSON.stringify(join(repository, 'bench', 'timed-process.ts'))}
    void runTimed(${JSON.stringify(command)}, ${JSON.stringify(scratch)})
    setInterval(() => readFileSync(${JSON.stringify(join(scratch, 'stdout'))}, 'utf8') === '' || process.exit(), 20)`
  await runProcess(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], repository)
  const pid = Number(readFileSync(join(scratch, 'stdout'), 'utf8'))
  expect(pid).toBeGreaterThan(0)
  await vi.waitFor(() => {
    expect(() => process.kill(pid, 0)).toThrow('ESRCH')
  }, 10_000)
})

test("GNU time's kibibytes are read from its last line", () => {
  expect(parsePeak('2048\n')).toBe(2_097_152)
  expect(parsePeak('Command terminated by signal 9\n2048\n')).toBe(2_097_152)
  expect(parsePeak('')).toBeNull()
})

test("the kernel's high-water mark is read", () => {
  expect(parseHighWater('Name:\tnode\nVmHWM:\t    2048 kB\nVmRSS:\t    1024 kB\n')).toBe(2_097_152)
  expect(parseHighWater('Name:\tkthreadd\n')).toBeNull()
})

test('where there is /proc, it tells the peak of the largest descendant', async () => {
  const child = `${takeMemory}; setTimeout(() => held, 1000)`
  const parent = spawn(process.execPath, ['-e', `require('node:child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(child)}])`])
  const endWatch = watchPeak(parent.pid ?? 0)
  await Promise.race([once(parent, 'exit'), setTimeout(20_000)])
  const peak = endWatch()
  expect(peak !== null && peak > 100_000_000).toBe(existsSync('/proc/self/status'))
})
