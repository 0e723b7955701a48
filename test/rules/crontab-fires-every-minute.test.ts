import { expect, test } from 'vitest'
import type { RecurrenceField } from '../../analysis/model/schedule.ts'
import { countValues } from '../../rules/crontab-fires-every-minute/pattern.ts'
import { rule } from '../../rules/crontab-fires-every-minute/rule.ts'
import { checkFacts } from './model.ts'

const span = { start: 0, end: 10 }
const units = ['minute', 'hour', 'day_of_week', 'day_of_month', 'month_of_year']

/** A pattern for each unit, smallest first: `-` is absent, `?` dynamic. */
function messageFor(patterns: string, names: readonly string[] = units): string {
  const written = patterns.split(' ')
  const fields = names.map((unit, index) => field(unit, written[index] ?? '-'))
  return checkFacts(rule, { recurrences: [{ file: 'shop/orders.py', span, text: 'crontab()', fields }] })
    .map(({ message }) => message)
    .join()
}

function field(unit: string, pattern: string): RecurrenceField {
  if (pattern === '-') return { unit, pattern: { state: 'absent' }, span: null }
  return { unit, pattern: pattern === '?' ? { state: 'dynamic' } : { state: 'known', value: pattern }, span }
}

test.each([
  ['- 3', 'fires every minute of `hour=3`, 60 times a day; `minute` defaults'],
  ['- */12', 'every minute of `hour=*/12`, 120 times a day;'],
  ['- 9-17', 'every minute of `hour=9-17`, 540 times a day;'],
  ['- - sunday', 'every minute of `day_of_week=sunday`, 1440 times a day;'],
  ['- * sunday', 'every minute of `day_of_week=sunday`, 1440 times a day;'],
  ['- - - 1', 'every minute of `day_of_month=1`, 1440 times a day;'],
  ['- ?', 'every minute of the given `hour`; `minute` defaults'],
  ['- 22-4', 'every minute of `hour=22-4`; `minute` defaults'],
  ['0 - - 1', 'every hour of `day_of_month=1`, 24 times a day; `hour` defaults'],
])('%s fires too often', (patterns, words) => {
  expect(messageFor(patterns)).toContain(words)
})

test.each(['-', '0', '?', '- *', '* 3', '0 3', '? 3', '? - 1', '*/15 - 1-5', '0,30 - 1-5', '0 - 1-5', '0 - - 1,15', '0 - ?', '0 0 - - 1', '0 0 1', '* - 1', '* * 1'])(
  '%s is what it says',
  (patterns) => {
    expect(messageFor(patterns)).toBe('')
  },
)

test('seconds are a unit like the others', () => {
  expect(messageFor('- 0 9', ['second', ...units])).toContain('fires every second of `minute=0`, 60 times a day')
})

test('a pattern is counted where it can be read', () => {
  const counts = ['*', '3', '*/12', '1,2,2', '8-18/2', '0-9,5-14', '22-4', '24', '5/2', '*/0', 'mon', ''].map((pattern) => countValues(pattern, 24))
  expect(counts).toEqual([24, 1, 2, 2, 6, 15, null, null, null, null, null, null])
})
