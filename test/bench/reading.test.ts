import { expect, test } from 'vitest'
import { BenchError } from '../../bench/bench-error.ts'
import { readLines } from '../../bench/ruff.ts'
import { readScan } from '../../bench/semgrep.ts'
import { readFilesWithFindings, readReport } from '../../bench/taskwise.ts'
import { readResults } from '../../bench/typescript-eslint.ts'

test('a report of ours is counted', () => {
  const files = { read: 12, partlyRead: [{ file: 'a.py', line: 1, reason: 'x' }], skipped: [{ file: 'b.py', reason: 'x' }, { file: 'c.py', reason: 'x' }] }
  expect(readReport(JSON.stringify({ files, findings: [{ file: 'd.py' }, { file: 'e.py' }] }))).toEqual({ findings: 2, files: 12, unread: 3 })
  expect(() => readReport('')).toThrow(SyntaxError)
  expect(readFilesWithFindings(JSON.stringify({ files, findings: [{ file: 'd.py' }, { file: 'd.py' }] }))).toEqual(['d.py', 'd.py'])
})

test("ruff's lines are counted, a broken file once", () => {
  const output = [
    'shop/a.py:1:8: F401 [*] `os` imported but unused',
    'shop/b.py:2:7: invalid-syntax: Expected an expression',
    'shop/b.py:3:7: invalid-syntax: Expected an expression',
    'Found 3 errors.',
    '[*] 1 fixable with the `--fix` option.',
  ].join('\n')
  expect(readLines(output, 'shop/a.py\nshop/b.py\n')).toEqual({ findings: 3, files: 2, unread: 1 })
  expect(readLines('Found 1 error.\n', 'a.py\n').findings).toBe(1)
  expect(readLines('All checks passed!\n', 'a.py\n')).toEqual({ findings: 0, files: 1, unread: 0 })
})

test('ruff not saying how much it found is no clean result', () => {
  expect(() => readLines('', 'a.py\n')).toThrow(BenchError)
})

test("semgrep's JSON is counted, a file with several errors once", () => {
  const errors = [{ path: 'a.py' }, { path: 'a.py' }, { path: 'b.py' }]
  expect(readScan(JSON.stringify({ results: [{}], errors, paths: { scanned: ['a.py', 'b.py', 'c.py'] } }))).toEqual({ findings: 1, files: 3, unread: 2 })
})

test("ESLint's results are counted, a file that cannot be parsed as unread", () => {
  const results = [{ fatalErrorCount: 0, messages: [{}, {}] }, { fatalErrorCount: 1, messages: [{}] }, { fatalErrorCount: 0, messages: [] }]
  expect(readResults(JSON.stringify(results))).toEqual({ findings: 2, files: 3, unread: 1 })
})
