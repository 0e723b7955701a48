import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { runOverHttp, shares } from '../../bench/guidance/http.ts'
import { oursOverHttp, oursOverStdio, type Server } from '../../bench/guidance/servers.ts'
import { runOverStdio } from '../../bench/guidance/stdio.ts'
import { temporaryFolder } from '../workshop/temporary-folder.ts'

const questions = ['Celery task runs twice', 'retry with backoff', 'django.db.utils.OperationalError in a worker', 'how do I run a task every night']

/** A server in JavaScript that does what `answer`, the body of a function of a message's `id`, `method` and `params`, says. */
function scripted(answer: string): Server {
  const script = `
    const say = (message) => console.log(typeof message === 'string' ? message : JSON.stringify({ jsonrpc: '2.0', ...message }))
    const text = (words) => ({ content: [{ type: 'text', text: words }] })
    require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
      const { id, method, params } = JSON.parse(line)
      if (method === 'initialize') say({ id, result: {} })
      if (method === 'tools/call') { ${answer} }
    })`
  return {
    name: 'scripted',
    version: '1.0.0',
    command: () => Promise.resolve({ program: process.execPath, args: ['-e', script], environment: {} }),
    calls: ['a', 'bc', 'd'].map((word) => ({ name: 'repeat', arguments: { word } })),
  }
}

test('a server is asked one question after the other, and only its answers count', async () => {
  const answer = `
    say('Hello, people.')
    say({ id, method: 'roots/list' })
    say({ method: 'notifications/message', params: {} })
    say({ id: id + 1, result: text('too early') })
    say({ id, result: text(params.arguments.word + '€') })`
  const sample = await runOverStdio(scripted(answer), await temporaryFolder())
  expect(sample.answersBytes).toEqual([4, 5, 4])
  expect(sample.answersMs).toHaveLength(2)
  const { firstPeakBytes, peakBytes } = sample
  expect([firstPeakBytes, peakBytes].map((bytes) => bytes !== null && bytes > 1e6)).toEqual(Array(2).fill(existsSync('/proc/self/status')))
})

test.each([
  ['ends', 'console.error("out of memory"); process.exit(9)', 'It ended with 9.\nout of memory'],
  ['is ended by a signal', 'process.kill(process.pid, "SIGKILL")', 'It ended with SIGKILL.'],
  ['refuses the call', 'say({ id, error: { code: -32602, message: "no such tool" } })', 'It answered tools/call with an error: no such tool'],
  ['fails', 'say({ id, result: { ...text("no such word"), isError: true } })', 'repeat failed: no such word'],
])('a server that %s is told from one that answers', async (_, answer, message) => {
  await expect(runOverStdio(scripted(answer), await temporaryFolder())).rejects.toThrow(message)
})

test('a program that is not there is no server', async () => {
  const scratch = await temporaryFolder()
  const missing: Server = { ...scripted(''), command: () => Promise.resolve({ program: join(scratch, 'nothing'), args: [], environment: {} }) }
  await expect(runOverStdio(missing, scratch)).rejects.toThrow('It could not be started: Error: spawn')
})

test('ours answers over stdio', async () => {
  const { answersMs, answersBytes } = await runOverStdio(oursOverStdio(questions), await temporaryFolder())
  expect(answersMs).toHaveLength(3)
  expect(Math.min(...answersBytes)).toBeGreaterThan(100)
})

test('ours answers many clients over HTTP, whatever token is set', async () => {
  vi.stubEnv('TASKWISE_TOKEN', 'secret')
  onTestFinished(() => void vi.unstubAllEnvs())
  const calls = Array.from({ length: 5 }, () => questions).flat()
  const { connectedMs, answersMs, failures } = await runOverHttp(oursOverHttp(calls), await temporaryFolder())
  expect({ connected: connectedMs.length, answered: answersMs.length, failures }).toEqual({ connected: 50, answered: 20, failures: [] })
})

test('calls that fail over HTTP are counted, and a server that answers nobody is none', async () => {
  const ours = oursOverHttp(questions)
  const unknown = { name: 'guide', arguments: {} }
  const scratch = await temporaryFolder()
  const { answersMs, failures } = await runOverHttp({ ...ours, calls: [...ours.calls, unknown] }, scratch)
  expect({ answered: answersMs.length, failed: failures.length, reason: failures[0] }).toMatchObject({ answered: 4, failed: 1, reason: expect.stringContaining('request') as string })
  await expect(runOverHttp({ ...ours, calls: [unknown] }, scratch)).rejects.toThrow('It did not answer a single client')
})

test('calls are shared out in their order, each to one client', () => {
  const calls = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name, arguments: {} }))
  expect(shares(calls, 2).map((share) => share.map(({ name }) => name).join(''))).toEqual(['abc', 'de'])
  expect(shares(calls.slice(0, 1), 3).flat()).toEqual(calls.slice(0, 1))
})
