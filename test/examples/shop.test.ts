import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { reviewPaths } from '../../review/review.ts'

const shop = join(import.meta.dirname, '../../examples/shop')

/** `orders/services.py:61 dispatch-before-commit` for each mistake that the shop owns up to. */
function documentedMistakes(): readonly string[] {
  const listed: unknown = JSON.parse(readFileSync(join(shop, 'mistakes.json'), 'utf8'))
  if (!Array.isArray(listed)) throw new TypeError('mistakes.json holds no list')
  return listed.map((entry: { file: string; line: number; rule: string }) => `${entry.file}:${entry.line} ${entry.rule}`).sort()
}

test('a review of the example shop finds its documented mistakes and nothing else', async () => {
  const result = await reviewPaths({ paths: [shop], directory: shop })
  expect(result.findings.map(({ file, line, rule }) => `${file}:${line} ${rule}`).sort()).toEqual(documentedMistakes())
  expect(result.files.partlyRead).toEqual([])
})

test('the README of the example shop explains each of them', () => {
  const rows = readFileSync(join(shop, 'README.md'), 'utf8').matchAll(/^\| `([\w/]+\.py:\d+)` \| `([a-z-]+)` \| (.+) \| (.+) \|$/gm)
  expect([...rows].map(([, place, rule]) => `${place} ${rule}`).sort()).toEqual(documentedMistakes())
})
