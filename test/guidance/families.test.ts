import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readPhrases } from '../../scripts/guidance/phrases.ts'
import { guide } from '../../server/tools/guide.ts'

const { families } = await readPhrases(join(import.meta.dirname, '../..'))
const phrases = Object.entries(families).flatMap(([family, said]) => Object.entries(said).map(([phrase, sections]) => [family, phrase, sections] as const))

test('the five families hold four phrases each', () => {
  expect(Object.values(families).map((said) => Object.keys(said).length)).toEqual([4, 4, 4, 4, 4])
})

test.each(phrases)('%s: "%s" leads to its sections', async (_, phrase, sections) => {
  const answer = await guide({ request: phrase })
  expect(answer.found).toBe(true)
  expect(sections).toContain(answer.sections[0]?.id)
  expect(sections).toEqual(expect.arrayContaining(answer.sections.slice(0, Math.min(2, sections.length)).map(({ id }) => id)))
})
