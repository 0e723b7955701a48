import { expect, test } from 'vitest'
import { median, medianRatio, percentile, rangeOf } from '../../bench/statistics.ts'

test('the median is the middle one, or between the two in the middle', () => {
  expect(median([7])).toBe(7)
  expect(median([9, 1, 5])).toBe(5)
  expect(median([10, 1, 2, 4])).toBe(3)
  expect(() => median([])).toThrow(RangeError)
})

test('numbers are ordered by size, not by their digits', () => {
  expect(median([10, 9, 100])).toBe(10)
})

test('the list that was given stays as it was', () => {
  const values = [3, 1, 2]
  median(values)
  expect(values).toEqual([3, 1, 2])
})

test('a range has the lowest and the highest', () => {
  expect(rangeOf([4, 2, 8])).toEqual({ low: 2, high: 8 })
  expect(() => rangeOf([])).toThrow(RangeError)
})

test('a ratio compares runs of the same round, so that load on the machine cancels out', () => {
  const quiet = [2, 2, 2]
  const bases = [1, 1, 1]
  const load = [1, 5, 9]
  const slowed = (values: readonly number[]): number[] => values.map((value, round) => value * (load[round] ?? 1))
  expect(medianRatio(slowed(quiet), slowed(bases))).toBe(2)
  expect(medianRatio([2, 20, 3], [1, 2, 3])).toBe(2)
  expect(() => medianRatio([1, 2], [1])).toThrow(RangeError)
})

test('a percentile is one of the values, with so many at or below it', () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index)
  expect([0, 0.5, 0.99, 1].map((part) => percentile(values, part))).toEqual([1, 50, 99, 100])
  expect(percentile([7], 0.99)).toBe(7)
  expect(() => percentile([], 0.5)).toThrow(RangeError)
})
