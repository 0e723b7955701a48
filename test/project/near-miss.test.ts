import { expect, test } from 'vitest'
import { nearMiss } from '../../analysis/project/settings/near-miss.ts'

const options = ['bind', 'name', 'queue', 'acks_late', 'ignore_result', 'max_retries', 'time_limit', 'soft_time_limit']

test.each([
  ['ignore_results', 'ignore_result'],
  ['ingore_result', 'ignore_result'],
  ['max_retires', 'max_retries'],
  ['maxretries', 'max_retries'],
  ['ack_late', 'acks_late'],
  ['acks_lat', 'acks_late'],
  ['time_limti', 'time_limit'],
  ['quue', 'queue'],
])('%s is a slip of %s', (name, meant) => {
  expect(nearMiss(name, options)).toBe(meant)
})

test.each(['acks_late', 'quu', 'blnd_', 'retries', 'limit', 'result', 'hard_time_limit', ''])('%s is not', (name) => {
  expect(nearMiss(name, options)).toBeNull()
})

test('the nearest of several counts', () => {
  expect(nearMiss('task_routers', ['task_outer', 'task_routes'])).toBe('task_routes')
})
