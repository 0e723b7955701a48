import { expect, test } from 'vitest'
import { type Measurement } from '../../bench/measure.ts'
import { renderComparison, renderConditions, renderGrowth, renderHeading } from '../../bench/report.ts'
import { renderJson } from '../../bench/results.ts'

function measurement(name: string, seconds: readonly number[], peakBytes: number | null = 150_000_000): Measurement {
  return { name, reading: { findings: 1234, files: 20, unread: 0 }, runs: seconds.map((each) => ({ seconds: each, peakBytes })) }
}

test('the tools stand below each other, and the ratios are those of the rounds', () => {
  const text = renderComparison([measurement('taskwise', [1, 4, 3]), measurement('ruff', [0.5, 1, 3]), measurement('semgrep', [10, 20, 60], null)])
  expect(text).toMatchInlineSnapshot(`
    "tool       median          min–max  peak memory  files  unread  findings
    ────────  ───────  ───────────────  ───────────  ─────  ──────  ────────
    taskwise  3.000 s  1.000 s–4.000 s       150 MB     20       0     1,234
    ruff      1.000 s  0.500 s–3.000 s       150 MB     20       0     1,234
    semgrep    20.0 s    10.0 s–60.0 s            –     20       0     1,234

    taskwise / ruff: 2.00× the time
    taskwise / semgrep: 0.10× the time"
  `)
})

test('a tool alone has nothing to be compared with', () => {
  expect(renderComparison([measurement('taskwise', [1])])).not.toContain('/')
})

test('growth shows the time of each copy and the ratio to one', () => {
  expect(renderGrowth([measurement('1×', [1, 2]), measurement('2×', [2, 4]), measurement('4×', [4, 12])], [1, 2, 4])).toMatchInlineSnapshot(`
    "copies   median          min–max  peak memory  files  unread  findings  per copy  to one
    ──────  ───────  ───────────────  ───────────  ─────  ──────  ────────  ────────  ──────
    1×      1.500 s  1.000 s–2.000 s       150 MB     20       0     1,234   1.500 s   1.00×
    2×      3.000 s  2.000 s–4.000 s       150 MB     20       0     1,234   1.500 s   2.00×
    4×      8.000 s   4.000 s–12.0 s       150 MB     20       0     1,234   2.000 s   5.00×"
  `)
})

const machine = { system: 'linux x64', node: '20.19.0', processor: 'A Processor', cores: 2, memoryBytes: 8e9 }

test('what was measured, and on what, is said first', () => {
  const tool = { name: 'taskwise', version: '0.1.0', language: null, command: () => ({ program: '', args: [], environment: {} }), exitCodes: [0], read: () => Promise.reject(new Error()) }
  expect(renderConditions(machine, [tool, { ...tool, name: 'ruff', version: '1.2.3' }], 1)).toMatchInlineSnapshot(`
    "taskwise 0.1.0, ruff 1.2.3
    Node.js 20.19.0 on linux x64, 2 cores (A Processor), 8.0 GB of memory
    1 counted round after a warm-up, the tools taking turns; peak memory is that of a tool's largest process"
  `)
  const python = { language: 'python', files: 4338, lines: 850_000, bytes: 31_000_000 } as const
  const typescript = { language: 'typescript', files: 2, lines: 30, bytes: 900 } as const
  const heading = renderHeading({ name: 'shop', folder: '/repositories/shop', parts: [python, typescript], language: 'python' })
  expect(heading).toMatchInlineSnapshot(`"shop: 4,338 files, 850,000 lines, 31 MB of Python; 2 files, 30 lines, 900 B of TypeScript and JavaScript"`)
  const json: unknown = JSON.parse(renderJson(machine, [tool], [], null))
  expect(json).toEqual({ machine, versions: { taskwise: '0.1.0' }, results: [], guidance: null })
})
