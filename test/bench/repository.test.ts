import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { layCopies } from '../../bench/growth.ts'
import { countLines, openRepository, sourceFiles } from '../../bench/repository.ts'
import { temporaryFolder } from '../workshop/temporary-folder.ts'

test('lines are counted as an editor numbers them', () => {
  const lines = (text: string): number => countLines(Buffer.from(text))
  expect([lines(''), lines('a'), lines('a\n'), lines('a\r\nb'), lines('\n\n')]).toEqual([0, 1, 1, 2, 2])
})

test('what a review reads is measured, and nothing else', async () => {
  const folder = await temporaryFolder({ 'shop/tasks.py': 'a = 1\nb = 2\n', 'shop/empty.py': '', 'README.md': 'text\n', '.venv/lib/x.py': 'x = 1\n' })
  expect(openRepository(folder)).toMatchObject({ folder, language: 'python', parts: [{ language: 'python', files: 2, lines: 2, bytes: 12 }] })
})

test('a folder is of the language that most of it is written in', async () => {
  const folder = await temporaryFolder({ 'manage.py': 'a = 1\n', 'web/app.tsx': 'export const a = 1\n', 'web/app.js': 'a()\n', 'web/app.d.ts': 'declare const a: 1\n' })
  const typescript = { language: 'typescript', files: 2, lines: 2, bytes: 23 }
  expect(openRepository(folder)).toMatchObject({ language: 'typescript', parts: [typescript, { language: 'python', files: 1 }] })
  expect(sourceFiles(folder, 'typescript')).toEqual(['web/app.js', 'web/app.tsx'])
})

test('what cannot be measured is refused', async () => {
  const folder = await temporaryFolder({ 'README.md': 'text\n' })
  expect(() => openRepository(join(folder, 'missing'))).toThrow('is not a folder')
  expect(() => openRepository(join(folder, 'README.md'))).toThrow('is not a folder')
  expect(() => openRepository(folder)).toThrow('has no file to review')
})

test('one, two and four copies lie side by side', async () => {
  const folder = await temporaryFolder({ 'shop/tasks.py': 'a = 1\n', 'pyproject.toml': '[project]\n', 'logo.png': 'x' })
  const sides = layCopies(folder, await temporaryFolder())
  expect(sides.map((side) => readdirSync(side).sort())).toEqual([['copy-1'], ['copy-1', 'copy-2'], ['copy-1', 'copy-2', 'copy-3', 'copy-4']])
  expect(sides.map((side) => openRepository(side).parts[0]?.files)).toEqual([1, 2, 4])
  expect(sides.map((side) => readFileSync(join(side, 'copy-1', 'shop', 'tasks.py'), 'utf8'))).toEqual(['a = 1\n', 'a = 1\n', 'a = 1\n'])
  expect(sides.map((side) => readdirSync(join(side, 'copy-1')).sort())).toEqual([1, 2, 4].map(() => ['pyproject.toml', 'shop']))
})
