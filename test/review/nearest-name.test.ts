import { expect, test } from 'vitest'
import { hint, nearestName } from '../../review/nearest-name.ts'

const names = ['uncapped-retry', 'blocking-result']

test('a slip of the keys is recognised, another word is not', () => {
  expect(nearestName('uncaped-retry', names)).toBe('uncapped-retry')
  expect(nearestName('blokcing-result', names)).toBe('blocking-result')
  expect(nearestName('no-unused-vars', names)).toBeNull()
})

test('a very long word costs no time and is no slip', () => {
  expect(nearestName('x'.repeat(5_000_000), names)).toBeNull()
})

test('the hint names what there is', () => {
  expect(hint('blocking-results', names)).toBe('; did you mean `blocking-result`?')
  expect(hint('E501', names)).toBe('; there are only: uncapped-retry, blocking-result.')
})
