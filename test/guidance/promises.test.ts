import { join } from 'node:path'
import { expect, test } from 'vitest'
import { answerers } from '../../scripts/eval/answerers.ts'
import { missedGates } from '../../scripts/eval/gates.ts'
import { measure } from '../../scripts/eval/measure.ts'
import { readSet, setNames } from '../../scripts/eval/sets.ts'

const root = join(import.meta.dirname, '../..')
const [taskwise, documents] = await answerers()

test('on the questions it was tuned with, guidance keeps its promises and beats a search of whole documents', { timeout: 60_000 }, async () => {
  if (taskwise === undefined || documents === undefined) throw new Error('a way of answering is missing')
  const set = await readSet(root, 'dev')
  const ours = await measure(taskwise, set)
  const theirs = await measure(documents, set)
  expect(missedGates(ours)).toEqual([])
  expect(ours.hitAt1).toBeGreaterThan(theirs.hitAt1)
  expect(ours.tokensMedian).toBeLessThan(theirs.tokensMedian)
})

test('no question stands in two sets', async () => {
  const sets = await Promise.all(setNames.map((name) => readSet(root, name)))
  const queries = sets.flatMap(({ questions, negatives, taskTypes }) => [...questions, ...negatives, ...taskTypes].map(({ query }) => query.toLowerCase()))
  expect(queries.filter((query, index) => queries.indexOf(query) !== index)).toEqual([])
})
