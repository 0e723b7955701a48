import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { reviewPaths } from '../../review/review.ts'

const examples = join(import.meta.dirname, '../../examples')

/** `orders/services.py:61 dispatch-before-commit` for each mistake that an example owns up to. */
function documentedMistakes(folder: string): readonly string[] {
  const listed: unknown = JSON.parse(readFileSync(join(folder, 'mistakes.json'), 'utf8'))
  if (!Array.isArray(listed)) throw new TypeError('mistakes.json holds no list')
  return listed.map((entry: { file: string; line: number; rule: string }) => `${entry.file}:${entry.line} ${entry.rule}`).sort()
}

const withMistakes = readdirSync(examples).filter((name) => existsSync(join(examples, name, 'mistakes.json')))

describe.each(withMistakes)('the example %s', (name) => {
  const folder = join(examples, name)

  test('has its documented mistakes and no other, says a review', async () => {
    const result = await reviewPaths({ paths: [folder], directory: folder })
    expect(result.findings.map(({ file, line, rule }) => `${file}:${line} ${rule}`).sort()).toEqual(documentedMistakes(folder))
    expect(result.files.partlyRead).toEqual([])
  })

  test('explains each of them in its README', () => {
    const rows = readFileSync(join(folder, 'README.md'), 'utf8').matchAll(/^\| `([\w./-]+:\d+)` \| `([a-z-]+)` \| (.+) \| (.+) \|$/gm)
    expect([...rows].map(([, place, rule]) => `${place} ${rule}`).sort()).toEqual(documentedMistakes(folder))
  })
})
