import { expect, test } from 'vitest'
import { renderTable } from '../../bench/table.ts'
import { formatBytes, formatCount, formatMilliseconds, formatRatio, formatSeconds } from '../../bench/units.ts'

test('names keep to the left, numbers to the right, and columns are as wide as they must be', () => {
  const table = renderTable(
    ['tool', 'median', 'n'],
    [
      ['a long name', '1 s', '10,000'],
      ['b', '12.000 s', '3'],
    ],
  )
  expect(table.split('\n')).toEqual([
    'tool           median       n',
    '───────────  ────────  ──────',
    'a long name       1 s  10,000',
    'b            12.000 s       3',
  ])
})

test('a row that ends early leaves no blanks behind', () => {
  expect(renderTable(['tool', 'n'], [['a']])).toBe('tool  n\n────  ─\na')
})

test('numbers are written for people', () => {
  expect([0.0314, 9.9996, 10, 178.09].map(formatSeconds)).toEqual(['0.031 s', '10.000 s', '10.0 s', '178.1 s'])
  expect([4.25, 99.94, 100.2].map(formatMilliseconds)).toEqual(['4.3 ms', '99.9 ms', '100 ms'])
  expect([0, 999, 1000, 9_960_000, 204_800_000, 3e9].map(formatBytes)).toEqual(['0 B', '999 B', '1.0 kB', '10.0 MB', '205 MB', '3.0 GB'])
  expect(formatBytes(null)).toBe('–')
  expect(formatCount(1_234_567)).toBe('1,234,567')
  expect(formatRatio(2.345)).toBe('2.35×')
})
