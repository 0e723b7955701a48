import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { layCopies } from '../../bench/growth.ts'
import { countLines, openRepository } from '../../bench/repository.ts'
import { temporaryFolder } from '../workshop/temporary-folder.ts'

test('lines are counted as an editor numbers them', () => {
  const lines = (text: string): number => countLines(Buffer.from(text))
  expect([lines(''), lines('a'), lines('a\n'), lines('a\r\nb'), lines('\n\n')]).toEqual([0, 1, 1, 2, 2])
})

test('what a review reads is measured, and nothing else', async () => {
  const folder = await temporaryFolder({ 'shop/tasks.py': 'a = 1\nb = 2\n', 'shop/empty.py': '', 'README.md': 'text\n', '.venv/lib/x.py': 'x = 1\n' })
  expect(openRepository(folder)).toMatchObject({ folder, files: 2, lines: 2, bytes: 12 })
})

test('what cannot be measured is refused', async () => {
  const folder = await temporaryFolder({ 'README.md': 'text\n' })
  expect(() => openRepository(join(folder, 'missing'))).toThrow('is not a folder')
  expect(() => openRepository(join(folder, 'README.md'))).toThrow('is not a folder')
  expect(() => openRepository(folder)).toThrow('has no Python file')
})

test('one, two and four copies lie side by side', async () => {
  const folder = await temporaryFolder({ 'shop/tasks.py': 'a = 1\n', 'pyproject.toml': '[project]\n', 'logo.png': 'x' })
  const sides = layCopies(folder, await temporaryFolder())
  expect(sides.map((side) => readdirSync(side).sort())).toEqual([['copy-1'], ['copy-1', 'copy-2'], ['copy-1', 'copy-2', 'copy-3', 'copy-4']])
  expect(sides.map((side) => openRepository(side).files)).toEqual([1, 2, 4])
  expect(sides.map((side) => readFileSync(join(side, 'copy-1', 'shop', 'tasks.py'), 'utf8'))).toEqual(['a = 1\n', 'a = 1\n', 'a = 1\n'])
  expect(sides.map((side) => readdirSync(join(side, 'copy-1')).sort())).toEqual([1, 2, 4].map(() => ['pyproject.toml', 'shop']))
})
