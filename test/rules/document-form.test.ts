import { describe, expect, test } from 'vitest'
import { readCaseList } from './documents/case-list.ts'
import { readFence } from './documents/group.ts'
import { readMarkers } from './documents/marker.ts'
import { readRulePage } from './documents/rule-page.ts'
import { findSyntaxErrors } from './documents/syntax.ts'
import { compare } from './expectation.ts'

const fence = '```'

function page(change: (text: string) => string = (text) => text): string {
  return change(
    [
      '# late-call',
      'A call comes late.',
      '## What it does\nIt looks.',
      `## Why it hurts\n${fence}text\nError: late\n${fence}`,
      `## Wrong\n${fence}python wrong\ncall()  # error: [late-call]\n${fence}`,
      `## Right\n### In time\n${fence}python right file=shop/a.py\ncall()\n${fence}\n${fence}toml file=pyproject.toml\n[project]\n${fence}`,
      '## TypeScript\nonly: python — nothing comes late there.',
      '## When not to use it\nNever.',
      '## Options\nNone.',
      '## Versions\nAll.',
      '## Sources\n- a list',
    ].join('\n\n'),
  )
}

describe('a rule page', () => {
  const read = (text: string) => readRulePage('late-call', 'A call comes late.', text)

  test('gives one project for each group of blocks', () => {
    const [wrong, right] = read(page())
    expect(wrong).toMatchObject({ kind: 'wrong', markers: [{ path: 'tasks.py', line: 1, rule: 'late-call', text: null }] })
    expect([...(right?.files ?? [])]).toEqual([
      ['shop/a.py', 'call()\n'],
      ['pyproject.toml', '[project]\n'],
    ])
  })

  const translate = (text: string): string =>
    text.replace('python wrong', 'ts wrong').replace('# error', '// error').replace('python right file=shop/a.py', 'ts right file=shop/a.ts')

  test('covers both languages, or the one that it names with a reason', () => {
    expect(read(page(translate).replace('only: python', 'only: typescript')).map(({ languages }) => [...languages])).toEqual([['typescript'], ['typescript']])
    const both = page().replace('## Right', `### In another language\n${fence}js wrong\ncall() // error: [late-call]\n${fence}\n\n## Right`)
    const alike = both.replace('## TypeScript', `### In another language\n${fence}tsx right\ncall()\n${fence}\n\n## TypeScript`)
    expect(read(alike.replace('only: python — nothing', 'Nothing')).flatMap(({ files }) => [...files.keys()])).toEqual([
      'tasks.py',
      'jobs.js',
      'shop/a.py',
      'pyproject.toml',
      'jobs.tsx',
    ])
  })

  const broken: [string, (text: string) => string, RegExp][] = [
    ['another title', (text) => text.replace('# late-call', '# early-call'), /title is "early-call"/],
    ['a summary unlike the rule', (text) => text.replace('comes late', 'comes'), /summary is "A call comes\."/],
    ['a missing section', (text) => text.replace('## Options\n', '### Options\n'), /sections are/],
    ['sections in another order', (text) => text.replace('## Options', '## Versions').replace('## Versions\nAll', '## Options\nAll'), /sections are/],
    ['an empty section', (text) => text.replace('None.', ''), /nothing is said below "Options"/],
    ['no log line', (text) => text.replace(`${fence}text`, `${fence}python`), /shows no exception/],
    ['an unknown info string', (text) => text.replace('python wrong', 'python bad'), /info string "python bad" is not known/],
    ['a block without an info string', (text) => text.replace(`${fence}toml file=pyproject.toml`, fence), /info string "" is not known/],
    ['a role in the other section', (text) => text.replace('python wrong', 'python right'), /stands in the wrong section/],
    ['a block without its role', (text) => text.replace('python wrong', 'python'), /none of them is marked/],
    ['a wrong example without a marker', (text) => text.replace('  # error: [late-call]', ''), /marks no line/],
    ['a right example with a marker', (text) => text.replace('right file=shop/a.py\ncall()', 'right file=shop/a.py\ncall()  # error: [late-call]'), /marks a line/],
    ['a file given twice', (text) => text.replace('toml file=pyproject.toml', 'python right file=shop/a.py'), /holds shop\/a\.py twice/],
    ['support without a path', (text) => text.replace('toml file=pyproject.toml', 'toml'), /a block of toml needs a file=/],
    ['a path of another language', (text) => text.replace('shop/a.py', 'shop/a.ts'), /shop\/a\.ts is no name for a file of python/],
    ['code in support', (text) => text.replace('pyproject.toml', 'pyproject.py'), /pyproject\.py is no name for a file of toml/],
    ['a language without its reason', (text) => text.replace(' — nothing comes late there', ''), /should read: only: python — the reason/],
    ['no example in a language that it covers', (text) => text.replace('only: python — nothing', 'Nothing'), /no wrong example is typescript/],
    ['an example in a language that it does not cover', (text) => text.replace('only: python', 'only: typescript'), /a wrong example is python, which/],
  ]

  test.each(broken)('with %s is refused', (_name, change, reason) => {
    expect(() => read(page(change))).toThrow(reason)
  })
})

describe('a list of cases', () => {
  const clean = (name: string): string => `## ${name}\nNothing is wrong here.\n${fence}python\ncall()\n${fence}`
  const marked = (name: string): string => clean(name).replace('call()', 'call()  # error: [late-call] "late"')
  const cases = ['a', 'b', 'c', 'd', 'e'].map(marked)
  const others = ['f', 'g', 'h', 'i', 'j'].map(clean)
  const list = (parts: readonly string[]): string => ['# late-call: cases', ...parts].join('\n\n')
  const read = (...parts: string[]) => readCaseList('late-call', list(parts))

  test('gives one project for each heading', () => {
    const groups = read(...cases, ...others)
    expect(groups).toHaveLength(10)
    expect(groups[1]).toMatchObject({ name: 'b (line 9)', kind: 'case', markers: [{ line: 1, rule: 'late-call', text: 'late' }] })
  })

  const [first = '', ...rest] = [...cases, ...others]
  const broken: [string, string[], RegExp][] = [
    ['fewer than ten cases', rest, /there are 9 cases in python and should be 10/],
    ['more marked cases than clean ones', [...cases, marked('k'), ...others], /5 of 11 cases in python are clean/],
    ['no finding of its rule', [...others, ...others.map((text) => text.replace('## ', '## not '))], /no case in python shows/],
    ['too few in one of two languages', [first, ...rest, clean('k').replace('python', 'ts')], /there are 1 cases in typescript/],
    ['no code that is judged', [first, ...rest].map((text) => text.replace('python', 'toml file=a.toml')), /there are no cases/],
    ['one name twice', [first, ...rest, first], /two cases called "a"/],
    ['a case that explains nothing', [first.replace('Nothing is wrong here.', ''), ...rest], /does not say why/],
    ['a case without code', ['## a\nNothing.', ...rest], /shows no code/],
    ['a role', [first.replace('python', 'python wrong'), ...rest], /"python wrong" is not known/],
    ['a heading inside a case', [`${first}\n### more`, ...rest], /no headings of its own/],
  ]

  test.each(broken)('with %s is refused', (_name, parts, reason) => {
    expect(() => read(...parts)).toThrow(reason)
  })
})

describe('a marker', () => {
  test('stands on its line or on the line before, and may name several rules', () => {
    const text = ['a()  # error: [one] "first" [two]', '# next-error: [three]', '# next-error: [four]', 'b()', 'c()  # error: [five] # error: [six]'].join('\n')
    const found = readMarkers('a.py', text).map(({ line, rule, text: words }) => `${line} ${rule} ${words ?? '-'}`)
    expect(found).toEqual(['1 one first', '1 two -', '4 three -', '4 four -', '5 five -', '5 six -'])
  })

  test('is a comment of its language', () => {
    const text = ['// next-error: [one]', 'this.#error: [two]', 'a() // error: [three] "words"'].join('\n')
    expect(readMarkers('a.ts', text).map(({ line, rule }) => `${line} ${rule}`)).toEqual(['2 one', '3 three'])
    expect(readMarkers('a.py', 'a()  // error: [one]')).toEqual([])
  })

  test.each(['a()  # error: one', 'a()  # error: [one', 'a()  # error: [one] first', 'a()  # next-error:'])('%s is refused', (line) => {
    expect(() => readMarkers('a.py', line)).toThrow('a.py:1')
  })
})

test('an info string is known or it is nothing', () => {
  expect(readFence('python wrong file=shop/tasks.py')).toEqual({ language: 'python', role: 'wrong', path: 'shop/tasks.py' })
  expect(['', 'py', 'python wrong right', 'python file=', 'toml wrong file=a.toml', 'python right file=a b.py'].map(readFence)).toEqual(Array(6).fill(null))
})

test('code has to be valid in its language', () => {
  expect(['a.ts', 'a.tsx', 'a.js', 'a.py'].flatMap((path) => findSyntaxErrors(path, 'call(1)\n'))).toEqual([])
  expect(findSyntaxErrors('a.ts', 'call()\nlet x: number = (1\n')).toContain("a.ts:3 ')' expected.")
  expect(findSyntaxErrors('a.js', 'let x: number = 1\n').join()).toContain('Type annotations can only be used in TypeScript files.')
  expect(findSyntaxErrors('a.py', 'call()\ncall(\n').join()).toMatch(/^a\.py:2:\d+ cannot be read/)
  expect(findSyntaxErrors('package.json', '{')).toEqual([])
})

test('findings and markers are equal only one to one', () => {
  const files = new Map([['a.py', 'one\ntwo\n']])
  const finding = { file: 'a.py', rule: 'late-call', message: 'It is late.', span: { start: 4, end: 5 }, related: [], fix: [], suggestions: [] }
  const marker = { path: 'a.py', line: 2, rule: 'late-call', text: null }
  const isEqual = (findings: (typeof finding)[], markers: { path: string; line: number; rule: string; text: string | null }[]): boolean => {
    const { found, expected } = compare(findings, markers, files)
    return found.join() === expected.join()
  }
  expect(isEqual([finding], [marker])).toBe(true)
  expect(isEqual([finding, finding], [marker, { ...marker, text: 'late' }])).toBe(true)
  expect(isEqual([finding, finding], [marker])).toBe(false)
  expect(isEqual([finding], [marker, marker])).toBe(false)
  expect(isEqual([finding], [{ ...marker, line: 1 }])).toBe(false)
  expect(isEqual([finding], [{ ...marker, rule: 'early-call' }])).toBe(false)
  expect(isEqual([finding], [{ ...marker, text: 'early' }])).toBe(false)
})
