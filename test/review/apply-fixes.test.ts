import { chmod, lstat, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Edit } from '../../analysis/model/source.ts'
import { applyFixes, compatibleFixes, type FixOutcome } from '../../review/apply-fixes.ts'
import { temporaryFolder } from '../workshop/temporary-folder.ts'
import { findingAt, placeOf, resultOf } from './place.ts'

/** A finding on `words` whose fix puts `replacement` in their place. */
function fixing(text: string, words: string, replacement: string): ReturnType<typeof findingAt> {
  const place = placeOf('a.py', text, words)
  return findingAt(place, { fix: [{ span: place.span, text: replacement }] })
}

function fix(root: string, text: string, ...changes: readonly (readonly [string, string])[]): FixOutcome {
  return applyFixes(resultOf({ 'a.py': text }, changes.map(([words, replacement]) => fixing(text, words, replacement)), { root }))
}

describe('fixes', () => {
  test('of several findings are applied together; the file keeps its mode and nothing lies about', async () => {
    const text = 'one(1)\ntwo(2)\n'
    const root = await temporaryFolder({ 'a.py': text })
    await chmod(join(root, 'a.py'), 0o755)
    expect(fix(root, text, ['one', 'first'], ['two', 'second'])).toEqual({ fixed: 2, problems: [] })
    expect(await readFile(join(root, 'a.py'), 'utf8')).toBe('first(1)\nsecond(2)\n')
    expect((await stat(join(root, 'a.py'))).mode & 0o777).toBe(0o755)
    expect(await readdir(root)).toEqual(['a.py'])
  })

  test('that touch another are left for the next review', () => {
    const insertion: Edit = { span: { start: 0, end: 0 }, text: 'import a\n' }
    const [first, second, third] = [1, 2, 3].map((at): readonly Edit[] => [insertion, { span: { start: at * 10, end: at * 10 + 1 }, text: 'x' }])
    const place = placeOf('a.py', 'text', 'text')
    const findings = [first, second, third].map((edits) => findingAt(place, { fix: edits ?? [] }))
    const apart: Edit = { span: { start: 50, end: 51 }, text: 'y' }
    expect(compatibleFixes([...findings, findingAt(place, { fix: [apart] }), findingAt(place)])).toEqual([first, [apart]])
  })

  test('keep encoding, byte order mark and line ends', async () => {
    const text = '# coding: latin-1\r\ns = "é"\r\n'
    const root = await temporaryFolder()
    await writeFile(join(root, 'a.py'), Buffer.from(text, 'latin1'))
    fix(root, text, ['s = ', 't = 1\ns = '])
    expect((await readFile(join(root, 'a.py'))).toString('latin1')).toBe('# coding: latin-1\r\nt = 1\r\ns = "é"\r\n')

    await writeFile(join(root, 'a.py'), '\uFEFFs = "é"\n')
    fix(root, 's = "é"\n', ['s', 'name'])
    expect(await readFile(join(root, 'a.py'), 'utf8')).toBe('\uFEFFname = "é"\n')
  })

  test('go through a link to the file behind it', async () => {
    const root = await temporaryFolder({ 'real.py': 'one()\n' })
    await symlink('real.py', join(root, 'a.py'))
    fix(root, 'one()\n', ['one', 'two'])
    expect(await readFile(join(root, 'real.py'), 'utf8')).toBe('two()\n')
    expect((await lstat(join(root, 'a.py'))).isSymbolicLink()).toBe(true)
  })

  test('do not touch a file that has changed meanwhile', async () => {
    const root = await temporaryFolder({ 'a.py': 'one()\nmine()\n' })
    expect(fix(root, 'one()\n', ['one', 'two'])).toEqual({ fixed: 0, problems: ['`a.py` was not fixed: it changed while it was being reviewed.'] })
    expect(await readFile(join(root, 'a.py'), 'utf8')).toBe('one()\nmine()\n')
  })

  test('that would break the syntax are not written', async () => {
    const root = await temporaryFolder({ 'a.py': 'one()\n' })
    expect(fix(root, 'one()\n', ['one()', 'one(()'])).toEqual({ fixed: 0, problems: ['`a.py` was not fixed: the fix would break its syntax.'] })
    expect(await readFile(join(root, 'a.py'), 'utf8')).toBe('one()\n')
  })

  test('to a file that is gone are a problem, not a crash', async () => {
    const root = await temporaryFolder()
    expect(fix(root, 'one()\n', ['one', 'two'])).toEqual({ fixed: 0, problems: ['`a.py` was not fixed: it does not exist.'] })
  })
})
