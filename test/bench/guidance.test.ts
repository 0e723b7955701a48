import { expect, test } from 'vitest'
import { BenchError } from '../../bench/bench-error.ts'
import { contest, type Entry } from '../../bench/guidance/contest.ts'
import { type HttpSample } from '../../bench/guidance/http.ts'
import { readQuestions, spread } from '../../bench/guidance/questions.ts'
import { renderHttp, renderStdio } from '../../bench/guidance/report.ts'
import { type StdioSample } from '../../bench/guidance/stdio.ts'

const rounds = (count: number) => ({ rounds: count, progress: { show: () => undefined, end: () => undefined } })

test('the questions are different ones, from all over the sets', () => {
  const questions = readQuestions(300)
  expect(new Set(questions).size).toBe(300)
  expect(questions.every((question) => question.trim() !== '')).toBe(true)
  expect(spread(['a', 'b', 'c', 'd', 'e', 'f'], 3)).toEqual(['b', 'd', 'f'])
  expect(spread(['a', 'b', 'c'], 3)).toEqual(['a', 'b', 'c'])
  expect(() => spread(['a'], 2)).toThrow('There are 1 questions to ask, and 2 are needed.')
})

test('a peer that fails is out, with a reason, and ours goes on', async () => {
  const seen: string[] = []
  const contestants = ['ours', 'peer'].map((name) => ({ name, version: '1.0.0' }))
  const run = ({ name }: { name: string }): Promise<number> => {
    seen.push(name)
    return seen.length > 3 && name === 'peer' ? Promise.reject(new BenchError('It is tired.')) : Promise.resolve(seen.length)
  }
  expect(await contest(contestants, run, rounds(3))).toEqual([
    { name: 'ours', version: '1.0.0', samples: [3, 5, 6], failure: null },
    { name: 'peer', version: '1.0.0', samples: [], failure: 'It is tired.' },
  ])
  expect(seen.join(' ')).toBe('ours peer ours peer ours ours')
})

test('there is nothing to measure where ours fails, and a fault of the measurement is none of a peer', async () => {
  const contestants = ['ours', 'peer'].map((name) => ({ name, version: '1.0.0' }))
  const failing = (error: Error, failed: string) => ({ name }: { name: string }) => (name === failed ? Promise.reject(error) : Promise.resolve(1))
  await expect(contest(contestants, failing(new BenchError('It is tired.'), 'ours'), rounds(1))).rejects.toThrow('ours could not be measured. It is tired.')
  await expect(contest(contestants, failing(new TypeError('x is undefined'), 'peer'), rounds(1))).rejects.toThrow(TypeError)
})

function stdioSample(firstMs: number, answersMs: readonly number[]): StdioSample {
  return { firstMs, firstPeakBytes: 80e6, answersMs, answersBytes: [3000, 4000, 5000], peakBytes: 100e6 }
}

function entry<Sample>(name: string, samples: readonly Sample[], failure: string | null = null): Entry<Sample> {
  return { name, version: '1.2.3', samples, failure }
}

test('over stdio, ratios are those of the rounds, except for the slowest', () => {
  const ours = entry('taskwise', [stdioSample(400, [2, 4]), stdioSample(900, [8, 6]), stdioSample(500, [2, 4])])
  const peer = entry('server-filesystem', [stdioSample(200, [1, 2]), stdioSample(300, [1, 2]), stdioSample(500, [2, 2])])
  const table = renderStdio([ours, peer])
  expect(table).toMatchInlineSnapshot(`
    "                        taskwise  server-filesystem  ratio
    ──────────────────────  ────────  ─────────────────  ─────
    start to first answer     500 ms             300 ms  2.00×
      in the slowest round    900 ms             500 ms  1.80×
    peak memory by then        80 MB              80 MB  1.00×
      after 3 answers         100 MB             100 MB  1.00×
    later answers, p50        2.0 ms             1.0 ms  2.00×
      p99                     4.0 ms             2.0 ms  2.00×
    text of an answer         4.0 kB             4.0 kB  1.00×"
  `)
  expect(Math.max(...table.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
})

test('a peer that is not there is named as missing, and without one there is no ratio', () => {
  const ours = entry('taskwise', [{ ...stdioSample(400, [2, 4]), peakBytes: null }])
  expect(renderStdio([ours, entry<StdioSample>('server-filesystem', [], 'npm was not found.')])).toMatchInlineSnapshot(`
    "                        taskwise  server-filesystem  ratio
    ──────────────────────  ────────  ─────────────────  ─────
    start to first answer     400 ms       not measured      –
      in the slowest round    400 ms       not measured      –
    peak memory by then        80 MB       not measured      –
      after 3 answers              –       not measured      –
    later answers, p50        2.0 ms       not measured      –
      p99                     4.0 ms       not measured      –
    text of an answer         4.0 kB       not measured      –

    server-filesystem could not be measured. npm was not found."
  `)
  expect(renderStdio([ours])).not.toContain('ratio')
})

function httpSample(answersMs: readonly number[], failures: readonly string[] = []): HttpSample {
  return { connectedMs: [5, 7], answersMs, failures, allMs: 3000, peakBytes: 150e6 }
}

test('over HTTP, calls that failed stand below, with the reason of the first', () => {
  const ours = entry('taskwise', [httpSample([30, 40]), httpSample([50, 60])])
  const peer = entry('server-everything', [httpSample([10], ['socket hang up']), httpSample([], ['timed out', 'timed out'])])
  const table = renderHttp([ours, peer])
  expect(table).toMatchInlineSnapshot(`
    "                        taskwise  server-everything  ratio
    ──────────────────────  ────────  ─────────────────  ─────
    to connect, p50           5.0 ms             5.0 ms  1.00×
    an answer, p50           40.0 ms                  –      –
      p99                    50.0 ms                  –      –
    all answers of a round   3000 ms            3000 ms  1.00×
    peak memory               150 MB             150 MB  1.00×

    taskwise: 0 of 4 calls failed
    server-everything: 3 of 4 calls failed, the first one with: socket hang up"
  `)
  expect(Math.max(...table.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
})
