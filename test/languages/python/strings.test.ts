import { describe, expect, test } from 'vitest'
import { read, valueOf } from './reading.ts'

const literal = (value: string): string => JSON.stringify(value)

describe('strings', () => {
  test.each([
    ["'a'", 'a'],
    ['"it\'s"', "it's"],
    ['""', ''],
    ['"""a "b" c"""', 'a "b" c'],
    ["'''a\nb'''", 'a\nb'],
    ["'''a\r\nb\rc'''", 'a\nb\nc'],
    [String.raw`'a\nb\t\\\'\"'`, 'a\nb\t\\\'"'],
    [String.raw`'\x41\u00e9\U0001F600\101\0'`, 'Aé😀A\0'],
    [String.raw`'\a\b\f\v\r'`, '\x07\b\f\v\r'],
    [String.raw`'\d \w'`, String.raw`\d \w`],
    ["'a\\\nb'", 'ab'],
    ["'a\\\r\nb'", 'ab'],
    [String.raw`r'\n\d'`, String.raw`\n\d`],
    [String.raw`R"\'"`, String.raw`\'`],
    ["u'a'", 'a'],
    ["'a' 'b'", 'ab'],
    ["('a'\n    \"b\"\n    r'\\c')", 'ab\\c'],
    ["f'{{}}'", '{}'],
    ["f'plain'", 'plain'],
    ["'{{}}'", '{{}}'],
    ["'# no comment'", '# no comment'],
  ])('%s', (code, expected) => {
    expect(valueOf(code)).toBe(literal(expected))
  })

  test.each([["b'a'"], ["rb'a'"], ["'a' b'b'"], [String.raw`'\N{BULLET}'`], [String.raw`'\U00110000'`], ["t'a'"], ["t'{a}'"]])('%s is unknown', (code) => {
    expect(valueOf(code)).toBe('?')
  })
})

describe('strings with holes', () => {
  test.each([
    ["f'a{b}c'", '"a"{b}"c"'],
    ["f'{a}{b.c}'", '""{a}""{b.c}""'],
    ["f'{order.pk!r:>{width}}'", '""{order.pk}""'],
    ["f'{total:.2f} EUR'", '""{total}" EUR"'],
    ["f'{f(1)}'", '""{f(1)}""'],
    ["f'{a=}'", '"a="{a}""'],
    ["f'{ a = !r}'", '" a = "{a}""'],
    ["f'{a == b}'", '""{(== a, b)}""'],
    ["'x' f'{a}' 'y' f'z{b}'", '"x"{a}"yz"{b}""'],
    [String.raw`f'\x41{a}\n'`, '"A"{a}"\\n"'],
    [String.raw`rf'\x41{a}\n'`, String.raw`"\\x41"{a}"\\n"`],
    ["f'{{{a}}}'", '"{"{a}"}"'],
    ['f"{d["key"]}"', '""{d["key"]}""'],
    ["f'''{\n  a  # why\n}'''", '""{a}""'],
  ])('%s', (code, expected) => {
    expect(valueOf(code)).toBe(expected)
  })

  test('calls in holes and in formats are calls of the function', () => {
    const facts = read("def f():\n    return f'{a():{b()}}' + t'{c()}'\n")
    expect(facts.calls.map(({ callee, function: owner }) => [callee.kind === 'name' && callee.name, owner])).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 1],
    ])
  })
})
