import { describe, expect, test } from 'vitest'
import { callPlaces, read } from './reading.ts'
import { shown } from './shown.ts'

function unreadableIn(code: string): string[] {
  return read(code).unreadable.map(({ start, end }) => code.slice(start, end))
}

describe('text that is not quite Python', () => {
  const around = (middle: string): string => `import celery\n\ndef before():\n    send.delay(1)\n\n${middle}\n\ndef after():\n    send.delay(2)\n`

  test.each([
    ['a stray word', 'x = 1 y'],
    ['a statement that breaks off', 'x ='],
    ['an unknown sign', 'x = a ? b'],
    ['a stray closing bracket', 'x = 1)'],
    ['an unclosed string', "x = 'abc"],
    ['a keyword as a name', 'class = 1'],
  ])('%s is listed, and the rest is read', (_, middle) => {
    const facts = read(around(middle))
    expect(facts.unreadable.length).toBeGreaterThan(0)
    expect(facts.functions.map(({ name }) => name)).toEqual(['<module>', 'before', 'after'])
    expect(facts.calls.filter(({ callee }) => shown(facts, callee) === 'send.delay').map((call) => facts.functions[call.function]?.name)).toEqual(['before', 'after'])
    expect(facts.imports.map(({ local }) => local)).toEqual(['celery'])
  })

  test('an unclosed call does not hide what stands before it', () => {
    const facts = read('def f():\n    with atomic():\n        send.delay(1)\n        other.delay(\n')
    expect(facts.unreadable).not.toEqual([])
    expect(facts.functions.map(({ name }) => name)).toContain('f')
  })

  test('only the outermost error is listed, and in order', () => {
    const code = 'a = ? ? ?\nb = 1\nc = )\n'
    const spans = read(code).unreadable
    for (const [index, span] of spans.entries()) expect(span.start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0)
    expect(spans.length).toBeGreaterThan(1)
  })

  test('an error among arguments leaves open how many there are', () => {
    const facts = read('send.delay(1, ?, order)\n')
    expect(facts.calls[0]?.arguments.map(({ spread, value }) => [spread, shown(facts, value)])).toEqual([
      [null, '1'],
      ['positional', '?'],
      [null, 'order'],
    ])
  })

  test.each([[''], ['\n'], ['# only a comment'], ['"""only a text"""'], ['\\\n'], ['x']])('%j has nothing unreadable', (code) => {
    expect(unreadableIn(code)).toEqual([])
  })

  test.each([['('], ['"""'], ['def'], ['\0'], ['f"{'], ['class A(:\n  def'], ['\uD800'], [')))']])('%j is unreadable and does no harm', (code) => {
    expect(unreadableIn(code)).not.toEqual([])
  })

  test('every start of a file can be read', () => {
    const code = around('class Order(Model):\n    @property\n    def total(self):\n        for x, y in zip(*self.lines): yield f"{x!r:>{y}}" if y else {**x}\n')
    for (let end = 0; end <= code.length; end++) {
      const facts = read(code.slice(0, end))
      expect(facts.functions[0]?.span).toEqual({ start: 0, end })
    }
  })
})

test('Python 2 is read where Python 3 kept the form', () => {
  const code = 'def f((a, b), c):\n    print "x"\n    send(c)\n'
  expect(callPlaces(code)).toEqual(['send(): '])
  expect(read(code).functions[1]?.parameters.map(({ name }) => name)).toEqual(['c'])
})
