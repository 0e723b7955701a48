import { describe, expect, test } from 'vitest'
import { read } from './reading.ts'

/** Each suppression as its rules, the text it reaches and its reason. */
function suppressionsOf(code: string, path?: string): unknown {
  return read(code, path).suppressions.map(({ rules, scope, reason }) => [rules?.join(' ') ?? 'every rule', code.slice(scope.start, scope.end), reason])
}

/** The texts that the suppressions reach. */
function reachOf(code: string): string[] {
  return read(code).suppressions.map(({ scope }) => code.slice(scope.start, scope.end))
}

describe('taskwise comments', () => {
  test.each([
    ['a() // taskwise: ignore[a-b] ids only', [['a-b', 'a() // taskwise: ignore[a-b] ids only', 'ids only']]],
    ['a() /* taskwise: ignore[a-b] ids only */', [['a-b', 'a() /* taskwise: ignore[a-b] ids only */', 'ids only']]],
    ['a() // taskwise: ignore[a-b, taskwise/c-d]', [['a-b c-d', 'a() // taskwise: ignore[a-b, taskwise/c-d]', null]]],
    ['a() // taskwise: ignore', [['every rule', 'a() // taskwise: ignore', null]]],
    ['a() // see https://x.example taskwise: ignore[a-b]', []],
    ['a() // @ts-ignore // taskwise: ignore[a-b] see https://x.example/y', [['a-b', 'a() // @ts-ignore // taskwise: ignore[a-b] see https://x.example/y', 'see https://x.example/y']]],
    ['a(\n  b,\n) // taskwise: ignore[a-b] x', [['a-b', 'a(\n  b,\n) // taskwise: ignore[a-b] x', 'x']]],
    ['await a({ // taskwise: ignore[a-b] x\n  b,\n})', [['a-b', 'await a({ // taskwise: ignore[a-b] x\n  b,\n})', 'x']]],
    ['// taskwise: ignore[a-b] x\na(\n  b,\n)\nc()', [['a-b', 'a(\n  b,\n)', 'x']]],
    ['/** taskwise: ignore[a-b] x */\na()\nc()', [['a-b', 'a()', 'x']]],
    ['/**\n * Text.\n * taskwise: ignore[a-b] x\n * More.\n */\na()\nc()', [['a-b', 'a()', 'x']]],
    ['// taskwise: ignore[a-b] x\n\n// more\na()\nc()', [['a-b', 'a()', 'x']]],
    ['/* taskwise: ignore[a-b] x */ a()\nc()', [['a-b', '/* taskwise: ignore[a-b] x */ a()', 'x']]],
    ['a(\n  // taskwise: ignore[a-b] x\n  // and more\n  b,\n  c,\n)', [['a-b', '  b,', 'x']]],
    ['// taskwise: ignore[a-b] x\n@A({\n  b: 1,\n})\nexport class C {\n  d() {}\n}', [['a-b', '@A({\n  b: 1,\n})\nexport class C {', 'x']]],
    ['class A {\n  // taskwise: ignore[a-b] x\n  @B()\n  async c(\n    d,\n  ) {\n    e()\n  }\n}', [['a-b', '  @B()\n  async c(\n    d,\n  ) {', 'x']]],
    ['class A {\n  // taskwise: ignore[a-b] x\n  b =\n    c()\n  d = 1\n}', [['a-b', '  b =\n    c()', 'x']]],
    ['switch (a) {\n  // taskwise: ignore[a-b] x\n  case 1:\n    b()\n}', [['a-b', '  case 1:', 'x']]],
    ['switch (a) {\n  case 1:\n    // taskwise: ignore[a-b] x\n    b()\n    c()\n}', [['a-b', '    b()', 'x']]],
    ['// taskwise: ignore[a-b] x\nrun(async () => {\n  a()\n}, { b: 1 })', [['a-b', 'run(async () => {', 'x']]],
    ['run(async () => {\n  a()\n}, {\n  b: 1,\n}) // taskwise: ignore[a-b] x', [['a-b', '}, {\n  b: 1,\n}) // taskwise: ignore[a-b] x', 'x']]],
    ['// taskwise: ignore[a-b] x\nif (a(\n  b\n)) {\n  c()\n}', [['a-b', 'if (a(\n  b\n)) {', 'x']]],
    ['if (a) {\n  b()\n} else { // taskwise: ignore[a-b] x\n  c()\n}', [['a-b', '} else { // taskwise: ignore[a-b] x', 'x']]],
    ['a()\n// taskwise: ignore-file[a-b] generated\nb()', [['a-b', 'a()\n// taskwise: ignore-file[a-b] generated\nb()\n', 'generated']]],
    ['a() // taskwise: ignored[a-b]', []],
    ['a() // taskwise rocks', []],
    ['a("// taskwise: ignore")', []],
    ['a(`\n// taskwise: ignore\n${b /* taskwise: ignore[a-b] x */}`)', [['a-b', 'a(`\n// taskwise: ignore\n${b /* taskwise: ignore[a-b] x */}`)', 'x']]],
    ['a(/[/*]taskwise: ignore/)', []],
    ['a() /* taskwise: ignore[a-b]', [['a-b', 'a() /* taskwise: ignore[a-b]\n', null]]],
  ])('%s', (code, expected) => {
    expect(suppressionsOf(`${code}\n`)).toEqual(expected)
  })

  test('in markup', () => {
    const code = 'const a = (\n  <p>\n    // taskwise: ignore\n    {/* taskwise: ignore[a-b] x */}\n    {b()}\n  </p>\n)\n'
    expect(suppressionsOf(code, 'src/a.tsx')).toEqual([['a-b', '    {b()}', 'x']])
  })

  test('after the first line of a script', () => {
    expect(reachOf('#!/usr/bin/env -S node // taskwise: ignore\na() // taskwise: ignore\n')).toEqual(['a() // taskwise: ignore'])
  })

  test('with carriage returns', () => {
    expect(reachOf('// taskwise: ignore[a-b]\r\na(\r\n  b,\r\n)\r\nc()\r\n')).toEqual(['a(\r\n  b,\r\n)'])
  })
})

describe('ESLint comments', () => {
  test.each([
    ['// eslint-disable-next-line taskwise/a-b -- why\na()', [['a-b', 'a()', 'why']]],
    ['// eslint-disable-next-line a-b, taskwise/c-d\na()', [['a-b c-d', 'a()', null]]],
    ['// eslint-disable-next-line no-console, other/a-b\na()', [['no-console other/a-b', 'a()', null]]],
    ['// eslint-disable-next-line\na()', [['every rule', 'a()', null]]],
    ['/* eslint-disable-next-line\n   taskwise/a-b --\n   why */\na()', [['a-b', 'a()', 'why']]],
    ['a() // eslint-disable-line taskwise/a-b -- why', [['a-b', 'a() // eslint-disable-line taskwise/a-b -- why', 'why']]],
    ['a() /* eslint-disable-line taskwise/a-b */', [['a-b', 'a() /* eslint-disable-line taskwise/a-b */', null]]],
    ['a() /* eslint-disable-line\n taskwise/a-b */', []],
    ['/* eslint-disable taskwise/a-b -- why */\na()\n/* eslint-enable taskwise/a-b */\nb()', [['a-b', '/* eslint-disable taskwise/a-b -- why */\na()\n', 'why']]],
    ['/* eslint-disable */\na()', [['every rule', '/* eslint-disable */\na()\n', null]]],
    ['/* eslint-disable a-b, c-d */\na()\n/* eslint-enable c-d */\nb()', [
      ['a-b', '/* eslint-disable a-b, c-d */\na()\n/* eslint-enable c-d */\nb()\n', null],
      ['c-d', '/* eslint-disable a-b, c-d */\na()\n', null],
    ]],
    ['// eslint-disable taskwise/a-b\na()', []],
    ['// eslint-enable\na()', []],
    ['/** eslint-disable taskwise/a-b */\na()', []],
    ['/* eslint taskwise/a-b: "off" -- why */\na()', [['a-b', '/* eslint taskwise/a-b: "off" -- why */\na()\n', 'why']]],
    ['// eslint taskwise/a-b: off\na()', []],
    ['/* eslint-env node */\na()', []],
    ['a() // eslint-disable-line a-b // taskwise: ignore[c-d] x', [
      ['c-d', 'a() // eslint-disable-line a-b // taskwise: ignore[c-d] x', 'x'],
      ['a-b // taskwise: ignore[c-d] x', 'a() // eslint-disable-line a-b // taskwise: ignore[c-d] x', null],
    ]],
  ])('%s', (code, expected) => {
    expect(suppressionsOf(`${code}\n`)).toEqual(expected)
  })

  test('are ones that ESLint itself heeds', () => {
    const marks = read('/* eslint-disable a-b */\na() // eslint-disable-line\nb() // taskwise: ignore\n').suppressions.map(({ isForEslint }) => isForEslint)
    expect(marks).toEqual([true, true, undefined])
  })
})
