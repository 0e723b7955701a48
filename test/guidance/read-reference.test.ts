import { expect, test } from 'vitest'
import { readReference } from '../../server/tools/read-reference.ts'

test('a section comes whole, with its sources', async () => {
  const section = await readReference({ id: 'error-handling#cap-retries' })
  expect(section.text).toMatch(/^## /)
  expect(section.text).toContain('```python')
  expect(section.text).not.toContain('<!--')
  expect(section.sources.length).toBeGreaterThan(0)
  expect(section.outline).toEqual([])
})

test('a reference comes as its summary and the list of its sections', async () => {
  const reference = await readReference({ id: 'periodic-tasks' })
  expect(reference.outline.map(({ id }) => id)).toContain('periodic-tasks#single-beat')
  expect(reference.text).not.toContain('```')
})

test('its address as a resource leads to it, too', async () => {
  expect((await readReference({ id: 'taskwise://references/error-handling/cap-retries' })).id).toBe('error-handling#cap-retries')
})

test('an unknown id is answered with what there is', async () => {
  await expect(readReference({ id: 'error-handling#cap-retrys' })).rejects.toThrow('Did you mean `error-handling#cap-retries`?')
  await expect(readReference({ id: 'cooking' })).rejects.toThrow('The references are `configuration-guide`')
})
