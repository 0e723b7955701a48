import { expect, test } from 'vitest'
import { BenchError } from '../../bench/bench-error.ts'
import { parseOptions } from '../../bench/options.ts'

test('without options every peer runs in five rounds', () => {
  expect(parseOptions(['one', 'two'])).toEqual({ repositories: ['one', 'two'], rounds: 5, peers: ['ruff', 'semgrep', 'typescript-eslint', 'server-filesystem', 'server-everything'], growth: false, editor: false, guidance: false, json: null })
})

test('each option is taken', () => {
  const args = ['--rounds', '3', 'one', '--growth', '--editor', '--guidance', '--without', 'semgrep', '--without', 'typescript-eslint', '--without', 'server-everything', '--json', 'numbers.json']
  expect(parseOptions(args)).toEqual({ repositories: ['one'], rounds: 3, peers: ['ruff', 'server-filesystem'], growth: true, editor: true, guidance: true, json: 'numbers.json' })
  expect(parseOptions(['one', '--without', 'semgrep', '--without=ruff'])?.peers).toEqual(['typescript-eslint', 'server-filesystem', 'server-everything'])
})

test('the server is measured without any folder', () => {
  expect(parseOptions(['--guidance'])).toMatchObject({ repositories: [], guidance: true })
})

test('help is for whoever asks for it, whatever else is said', () => {
  expect(parseOptions(['--help', 'one'])).toBeNull()
})

test.each([
  [[], 'No folder to measure on was given.'],
  [['one', '--rounds', '0'], '--rounds takes a whole number from 1 on, not "0".'],
  [['one', '--rounds', '2.5'], '--rounds takes a whole number from 1 on, not "2.5".'],
  [['one', '--rounds', ''], '--rounds takes a whole number from 1 on, not "".'],
  [['one', '--without', 'taskwise'], '--without takes ruff, semgrep, typescript-eslint, server-filesystem or server-everything, not "taskwise".'],
  [['one', '--fast'], "Unknown option '--fast'"],
  [['one', '--json'], "'--json <value>' argument missing"],
])('%j is refused with a reason', (args, message) => {
  expect(() => parseOptions(args)).toThrow(BenchError)
  expect(() => parseOptions(args)).toThrow(message)
})
