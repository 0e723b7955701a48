import { describe, expect, test } from 'vitest'
import { shown } from '../python/shown.ts'
import { read } from './reading.ts'

/** The callees that are found in wrong code, and the texts that could not be read. */
function foundIn(code: string, path?: string): { calls: string[]; unreadable: string[] } {
  const facts = read(code, path)
  return { calls: facts.calls.map(({ callee }) => shown(facts, callee)), unreadable: facts.unreadable.map(({ start, end }) => code.slice(start, end)) }
}

describe('code with errors is read as far as it goes', () => {
  test.each([
    ['before()\nconst = 1\nafter()\n', { calls: ['before', 'after'], unreadable: ['=', '1'] }],
    ['before()\nsend(1, 2\nafter()\n', { calls: ['before', 'send', 'after'], unreadable: ['after', ''] }],
    ['function f() { before()\n', { calls: ['before'], unreadable: [''] }],
    ['queue.\nafter()\n', { calls: ['queue.after'], unreadable: [] }],
    ['await queue.add(\n', { calls: ['queue.add'], unreadable: [''] }],
    ['const { a, = f()\nafter()\n', { calls: ['after'], unreadable: ['=', '(', ')'] }],
    ['class A { m( { before() } }\nafter()\n', { calls: ['after'], unreadable: ['(', ')', '}', '}'] }],
    ['const a = "open\nafter()\n', { calls: ['after'], unreadable: [''] }],
    ['const a = `open ${f()\n', { calls: ['f'], unreadable: [''] }],
    ['if (a { before() }\nafter()\n', { calls: ['before', 'after'], unreadable: ['{'] }],
    ['before()\n<<<<<<< HEAD\na()\n=======\nb()\n>>>>>>> branch\n', { calls: ['before', 'a'], unreadable: ['<<<<<<<', '=======', '>>>>>>>'] }],
    ['@a() @\nafter()\n', { calls: ['a', 'after'], unreadable: [''] }],
    ['import { a from "m"\nafter()\n', { calls: ['after'], unreadable: ['from'] }],
    ['for (const a of) after()\n', { calls: ['after'], unreadable: [')'] }],
    ['\u0000\u0001 after()\n', { calls: ['after'], unreadable: ['\u0000', '\u0001'] }],
  ])('%j', (code, expected) => {
    expect(foundIn(code)).toEqual(expected)
  })

  test('what is missing has no name', () => {
    const facts = read('a.\n')
    expect(facts.unreadable.length).toBe(1)
    const assigned = read('const a = \n')
    expect(shown(assigned, assigned.functions[0]?.bindings[0]?.value ?? null)).toBe('?')
  })

  test('an empty file, and one that is all comment', () => {
    for (const code of ['', '\n', '// a', '#!/usr/bin/env node\n']) {
      expect(read(code)).toEqual({
        path: 'src/mail.ts',
        language: 'typescript',
        imports: [],
        functions: [expect.objectContaining({ name: '<module>', span: { start: 0, end: code.length } })],
        classes: [],
        calls: [],
        blocks: [],
        suppressions: [],
        unreadable: [],
      })
    }
  })

  test('types in a file of another dialect are no reason to stop', () => {
    expect(foundIn('const a: A = f() as A\nfunction g<T>(a?: T): void { h() }\n', 'a.js')).toEqual({ calls: ['f', 'h'], unreadable: [] })
  })
})
