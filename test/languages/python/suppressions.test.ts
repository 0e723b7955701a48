import { describe, expect, test } from 'vitest'
import { read } from './reading.ts'

/** Each suppression as its rules, the text it reaches and its reason. */
function suppressionsOf(code: string): unknown {
  return read(code).suppressions.map(({ rules, scope, reason }) => [rules?.join(' ') ?? 'every rule', code.slice(scope.start, scope.end), reason])
}

describe('noqa', () => {
  test.each([
    ['a()  #NOQA: object-argument', 'object-argument'],
    ['a()  # noqa: object-argument', 'object-argument'],
    ['a()  # noqa:object-argument,secret-argument', 'object-argument secret-argument'],
    ['a()  # noqa: E501, object-argument', 'E501 object-argument'],
    ['a()  # noqa: E501 object-argument', 'E501 object-argument'],
    ['a()  # noqa: taskwise/object-argument', 'object-argument'],
    ['a()  # noqa: object-argument because it is an id', 'object-argument'],
    ['a()  # type: ignore  # noqa: object-argument', 'object-argument'],
    ['a()  # noqa: object-argument  # pragma: no cover', 'object-argument'],
  ])('%s', (code, rules) => {
    expect(suppressionsOf(`${code}\nb()\n`)).toEqual([[rules, code, null]])
  })

  test.each([['a()  # noqa'], ['a()  #NOQA'], ['a()  # noqa: why not'], ['a()  # noqa:'], ['a()  # noqa-ish'], ['a()  # noqaed'], ['a("# noqa")'], ['a()  # see flake8: noqa'], ['"""\n# noqa\n"""']])('%s silences nothing', (code) => {
    expect(suppressionsOf(`${code}\n`)).toEqual([])
  })

  test.each([
    ['at the end of a statement on several lines', 'x = [\n    a(),\n]  # noqa: a-b', 'x = [\n    a(),\n]  # noqa: a-b'],
    ['at the end of its first line', 'x = [  # noqa: a-b\n    a(),\n]', 'x = [  # noqa: a-b\n    a(),\n]'],
    ['in the middle of it', 'x = [\n    a(),  # noqa: a-b\n    b(),\n]', '    a(),  # noqa: a-b'],
    ['after a string on several lines', 'a("""\n  b\n""")  # noqa: a-b', 'a("""\n  b\n""")  # noqa: a-b'],
    ['after a decorator', '@task(\n    a=1,\n)  # noqa: a-b\ndef f(): pass', '@task(\n    a=1,\n)  # noqa: a-b'],
    ['after a header', 'with a(\n    b,\n):  # noqa: a-b\n    c()', 'with a(\n    b,\n):  # noqa: a-b'],
    ['after a one-line body', 'if x: a()  # noqa: a-b\nb()', 'if x: a()  # noqa: a-b'],
    ['after an else', 'if x:\n    a()\nelse:  # noqa: a-b\n    b()', 'else:  # noqa: a-b'],
  ])('%s', (_, code, reach) => {
    expect(suppressionsOf(`first()\n${code}\nlast()\n`)).toEqual([['a-b', reach, null]])
  })
})

describe('taskwise comments', () => {
  test.each([
    ['a()  # taskwise: ignore[a-b] ids only', [['a-b', 'a()  # taskwise: ignore[a-b] ids only', 'ids only']]],
    ['a()  # taskwise: ignore[a-b, taskwise/c-d]', [['a-b c-d', 'a()  # taskwise: ignore[a-b, taskwise/c-d]', null]]],
    ['a()  # taskwise:ignore[a-b] - ids only', [['a-b', 'a()  # taskwise:ignore[a-b] - ids only', 'ids only']]],
    ['a()  # taskwise: ignore', [['every rule', 'a()  # taskwise: ignore', null]]],
    ['a(\n    b,\n)  # taskwise: ignore[a-b] x', [['a-b', 'a(\n    b,\n)  # taskwise: ignore[a-b] x', 'x']]],
    ['# taskwise: ignore[a-b] x\na(\n    b,\n)\nc()', [['a-b', 'a(\n    b,\n)', 'x']]],
    ['# taskwise: ignore[a-b] x\n\n# more\na()\nc()', [['a-b', 'a()', 'x']]],
    ['# taskwise: ignore[a-b] x\n@task(\n    c=1,\n)\ndef f():\n    d()', [['a-b', '@task(\n    c=1,\n)', 'x']]],
    ['a(\n    # taskwise: ignore[a-b] x\n    # and more\n    b,\n    c,\n)', [['a-b', '    b,', 'x']]],
    ['a()\n# taskwise: ignore-file[a-b] generated\nb()', [['a-b', 'a()\n# taskwise: ignore-file[a-b] generated\nb()\n', 'generated']]],
    ['a()  # taskwise: ignored[a-b]', []],
    ['a()  # taskwise rocks', []],
  ])('%s', (code, expected) => {
    expect(suppressionsOf(`${code}\n`)).toEqual(expected)
  })
})

describe('eslint comments', () => {
  test.each([
    ['a()\n# eslint-disable-next-line taskwise/a-b -- ids only\nb()\nc()', [['a-b', 'b()', 'ids only']]],
    ['# eslint-disable-next-line taskwise/a-b, taskwise/c-d\nb()', [['a-b c-d', 'b()', null]]],
    ['# eslint-disable-next-line\nb()', [['every rule', 'b()', null]]],
    ['a(  # eslint-disable-line taskwise/a-b\n)', [['a-b', 'a(  # eslint-disable-line taskwise/a-b', null]]],
    ['a()\n# eslint-disable taskwise/a-b\nb()', [['a-b', '# eslint-disable taskwise/a-b\nb()\n', null]]],
    ['# eslint-disable\na()\n# eslint-enable\nb()', [['every rule', '# eslint-disable\na()\n', null]]],
    ['# eslint-disable taskwise/a-b -- why\na()\n# eslint-enable\nb()', [['a-b', '# eslint-disable taskwise/a-b -- why\na()\n', 'why']]],
    [
      '# eslint-disable a-b, c-d, e-f\na()\n# eslint-enable c-d\nb()\n# eslint-enable',
      [
        ['a-b e-f', '# eslint-disable a-b, c-d, e-f\na()\n# eslint-enable c-d\nb()\n', null],
        ['c-d', '# eslint-disable a-b, c-d, e-f\na()\n', null],
      ],
    ],
    ['# eslint-enable a-b\n# eslint-disable a-b\nc()', [['a-b', '# eslint-disable a-b\nc()\n', null]]],
    ['# eslint-disable -- one\na()\n# eslint-disable -- two\nb()\n# eslint-enable\nc()', [['every rule', '# eslint-disable -- one\na()\n', 'one'], ['every rule', '# eslint-disable -- two\nb()\n', 'two']]],
    ["a()  # eslint-disable-line 'taskwise/a-b', \"c-d\"", [['a-b c-d', "a()  # eslint-disable-line 'taskwise/a-b', \"c-d\"", null]]],
    ['a()  # see eslint-disable-line a-b', []],
    ['a()  # eslint-disabled', []],
    ['a()  # eslint-disable: not for long', []],
    ['a()\n# eslint-disable-next-line-of a-b\nb()', []],
  ])('%s', (code, expected) => {
    expect(suppressionsOf(`${code}\n`)).toEqual(expected)
  })
})

/** The offset of each call of `f` that rule `a-b` may still report, counting silence as a review does. */
function reportedCalls(code: string): number[] {
  const { calls, suppressions } = read(code)
  const silent = (start: number): boolean =>
    suppressions.some(({ rules, scope, except = [] }) => {
      if (rules !== null && !rules.includes('a-b')) return false
      return scope.start <= start && start < scope.end && !except.some((reopened) => reopened.rule === 'a-b' && reopened.start <= start)
    })
  return calls.map(({ span }) => span.start).filter((start) => !silent(start))
}

describe('one rule is switched on again where all were off', () => {
  test.each([
    ['# eslint-disable\nf()\n# eslint-enable taskwise/a-b\nx()', ['x()']],
    ['# eslint-disable\nf()\n# eslint-enable taskwise/c-d\nf()', []],
    ['# eslint-disable\n# eslint-enable taskwise/a-b\nx()\n# eslint-disable taskwise/a-b\nf()', ['x()']],
    ['# eslint-disable\n# eslint-enable taskwise/a-b\nx()\n# eslint-disable\nf()', ['x()']],
    ['# eslint-disable\n# eslint-disable taskwise/a-b\nf()\n# eslint-enable taskwise/a-b\nx()', ['x()']],
    ['# eslint-disable taskwise/a-b\n# eslint-disable\nf()\n# eslint-enable taskwise/c-d\nf()\n# eslint-enable\nx()', ['x()']],
    ['# eslint-enable taskwise/a-b\n# eslint-disable\nf()', []],
    ['# eslint-disable\nf()  # eslint-enable taskwise/a-b\nx()', ['x()']],
  ])('%s', (code, expected) => {
    expect(reportedCalls(`${code}\n`).map((start) => code.slice(start, start + 3))).toEqual(expected)
  })
})

describe('eslint configuration', () => {
  test.each([
    ['# eslint taskwise/a-b: off -- ids only\na()', [['a-b', '# eslint taskwise/a-b: off -- ids only\na()\n', 'ids only']]],
    ['a()\n# eslint taskwise/a-b: "off", \'taskwise/c-d\': 0, taskwise/e-f: [0, {}]', [['a-b c-d e-f', 'a()\n# eslint taskwise/a-b: "off", \'taskwise/c-d\': 0, taskwise/e-f: [0, {}]\n', null]]],
    ['# eslint taskwise/a-b: error, taskwise/c-d: [2, {}]\na()', []],
    ['# eslint rules: off-by-one errors\na()', []],
    ['# eslint rules: off where they bore us\na()', []],
    ['# eslint is off: see the other file\na()', []],
    ['# see eslint taskwise/a-b: off\na()', []],
  ])('%s', (code, expected) => {
    expect(suppressionsOf(`${code}\n`)).toEqual(expected)
  })
})

test('a suppression says which comment it is', () => {
  const code = 'a()\nb()  # noqa: a-b\n'
  const [only] = read(code).suppressions
  expect(only && code.slice(only.span.start, only.span.end)).toBe('# noqa: a-b')
})

test('a comment may stand among many', () => {
  const code = `${'# more\n'.repeat(150)}# eslint-disable-next-line a-b\na()\n`
  expect(suppressionsOf(code)).toEqual([['a-b', 'a()', null]])
})

test('one comment may ask twice', () => {
  const code = 'a()  # noqa: E501  # taskwise: ignore[a-b] why\n'
  expect(suppressionsOf(code)).toEqual([
    ['E501', code.trimEnd(), null],
    ['a-b', code.trimEnd(), 'why'],
  ])
})

test('lines may end with a return alone', () => {
  const code = 'a()  # noqa: a-b\r# eslint-disable-next-line c-d\rb()\rc()\r'
  expect(suppressionsOf(code)).toEqual([
    ['a-b', 'a()  # noqa: a-b', null],
    ['c-d', 'b()', null],
  ])
})

test('lines may end with a return and a line feed', () => {
  const code = 'a(\r\n    b,\r\n)  # noqa: a-b\r\n# taskwise: ignore[c-d] why\r\nc()\r\n'
  expect(read(code).suppressions.map(({ rules, scope, reason }) => [rules, code.slice(scope.start, scope.end).trim(), reason])).toEqual([
    [['a-b'], 'a(\r\n    b,\r\n)  # noqa: a-b', null],
    [['c-d'], 'c()', 'why'],
  ])
})
