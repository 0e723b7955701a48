import { join } from 'node:path'
import { expect, test } from 'vitest'
import { answerers } from '../../scripts/eval/answerers.ts'
import { missedGates } from '../../scripts/eval/gates.ts'
import { measure } from '../../scripts/eval/measure.ts'
import { readSet, setNames } from '../../scripts/eval/sets.ts'
import { readPhrases } from '../../scripts/guidance/phrases.ts'
import { loadGuide } from '../../server/guidance/guide.ts'

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

test.each([
  ['dev', 1],
  ['tune', 12],
  ['held', 11],
])('of the questions of %s, no more than %i are phrases that guidance learns from', async (name, most) => {
  const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  const { sections } = await loadGuide()
  const said = await readPhrases(root)
  const ofFields = Object.values(said['off-topic-fields']).flat()
  const ofTypes = Object.values(said['task-types']).flatMap(({ phrases }) => phrases)
  const learnt = new Set([...sections.flatMap(({ phrases }) => phrases.lines.split('\n')), ...said.covered, ...said['off-topic'], ...ofFields, ...ofTypes].map(plain))
  const { questions, negatives, taskTypes } = await readSet(root, name)
  expect(questions.length).toBeGreaterThan(50)
  expect(questions.filter(({ query }) => learnt.has(plain(query))).length).toBeLessThanOrEqual(most)
  expect([...negatives, ...taskTypes].filter(({ query }) => learnt.has(plain(query)))).toEqual([])
})
