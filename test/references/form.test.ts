import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { rules } from '../../rules/registry.ts'
import { commentOf, findFormProblems } from '../../scripts/references/form.ts'
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

const explained = references.flatMap(({ name, sections }) => sections.flatMap((section) => {
  const comment = commentOf(section)
  return (comment?.rules ?? []).map((rule) => `${rule} ${name}#${comment?.id ?? ''}`)
}))

test.each(rules.map((rule) => [rule.id, rule] as const))('%s leads to sections that say they explain it', (id, { references: told }) => {
  expect(told).not.toEqual([])
  expect(explained).toEqual(expect.arrayContaining(told.map((section) => `${id} ${section}`)))
})
