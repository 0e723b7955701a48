import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { rules } from '../../rules/registry.ts'

const folder = join(import.meta.dirname, '..', '..', 'bench', 'semgrep')
const files = readdirSync(folder)

test('each rule for semgrep stands for one of ours', () => {
  const ours = new Set(rules.map(({ id }) => `${id}.yml`))
  expect(files.filter((file) => !ours.has(file))).toEqual([])
  expect(files.length).toBeGreaterThanOrEqual(14)
})

test.each(files)('%s names its rules after the one they stand for', (file) => {
  const ids = Array.from(readFileSync(join(folder, file), 'utf8').matchAll(/^ {2}- id: (\S+)$/gm), ([, id]) => id ?? '')
  expect(ids.length).toBeGreaterThan(0)
  expect(ids.filter((id) => !id.startsWith(file.replace('.yml', '')))).toEqual([])
})
