import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findFormProblems } from '../../scripts/references/form.ts'
import { loadReferences, loadSurroundings } from '../../scripts/references/load.ts'
import { findTieProblems } from '../../scripts/references/ties.ts'

const root = join(import.meta.dirname, '../..')
const references = await loadReferences(root)
const ties = findTieProblems(references, await loadSurroundings(root))

describe.each(references.map((reference) => [reference.name, reference] as const))('references/%s.md', (name, reference) => {
  test('has the form of a reference', () => {
    expect(findFormProblems(reference)).toEqual([])
  })

  test('leads only to what exists, and asks what no other section does', () => {
    expect(ties.get(name)).toEqual([])
  })
})
