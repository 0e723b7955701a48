import { describe, expect, test } from 'vitest'
import { read, withTexts } from './reading.ts'
import { shown } from './shown.ts'

function usesOf(code: string): string[] {
  const facts = read(`${code}\n`)
  return facts.calls.map((call) => `${shown(facts, call.callee)} ${call.use}${call.awaited ? ' awaited' : ''}`)
}

describe('calls', () => {
  test('a call is whole', () => {
    const code = 'send.delay(order.pk, *rest, key=1, **options)\n'
    expect(withTexts(code, read(code).calls)).toEqual([
      {
        callee: { kind: 'member', object: { kind: 'name', name: 'send', span: 'send' }, name: 'delay', span: 'send.delay' },
        arguments: [
          { name: null, spread: null, value: { kind: 'member', object: { kind: 'name', name: 'order', span: 'order' }, name: 'pk', span: 'order.pk' }, span: 'order.pk' },
          { name: null, spread: 'positional', value: { kind: 'name', name: 'rest', span: 'rest' }, span: '*rest' },
          { name: 'key', spread: null, value: { kind: 'literal', value: 1, span: '1' }, span: 'key=1' },
          { name: null, spread: 'keyword', value: { kind: 'name', name: 'options', span: 'options' }, span: '**options' },
        ],
        function: 0,
        block: null,
        awaited: false,
        use: 'statement',
        span: 'send.delay(order.pk, *rest, key=1, **options)',
      },
    ])
  })

  test.each([
    ['f(x for x in y)', ['generator(x for x in y)']],
    ['f((yield))', ['?']],
    ['f(a := 1)', ['1']],
    ['f(a if b else c, not d)', ['(if b: a else c)', '(not d)']],
    ['f(*a.b(), *c or d)', ['a.b()', '(or c, d)']],
    ['f(print=1, match=2, type=3)', ['1', '2', '3']],
    ['f(a, # first\n  b,\n)', ['a', 'b']],
  ])('arguments of %s', (code, expected) => {
    const facts = read(`${code}\n`)
    expect(facts.calls[0]?.arguments.map(({ value }) => shown(facts, value))).toEqual(expected)
  })

  test('come in the order of their start, the outer before the inner', () => {
    const code = '@a(b())\nclass C(d(), m=e()):\n    @f()\n    def g(self, x: h() = i()) -> j(): k().l(n())[o()] = p()\nfor q in r(): s()\n[t() for u in v()]\nw() if x() else y()\n'
    const starts = read(code).calls.map(({ span }) => code.slice(span.start, span.end))
    const expected = ['a(b())', 'b()', 'd()', 'e()', 'f()', 'h()', 'i()', 'j()', 'k().l(n())', 'k()', 'n()', 'o()', 'p()', 'r()', 's()', 't()', 'v()', 'w()', 'x()', 'y()']
    expect(starts).toEqual(expected)
  })
})

describe('how the value of a call is used', () => {
  test.each([
    ['f()', ['f statement']],
    ['await f()', ['f statement awaited']],
    ['(f())', ['f statement']],
    ['f(); g()', ['f statement', 'g statement']],
    ['f(), g()', ['f statement', 'g statement']],
    ['x = f()', ['f assigned']],
    ['x = y = await (f())', ['f assigned awaited']],
    ['x: int = f()', ['f assigned']],
    ['x += f()', ['f part']],
    ['x = f() + 1', ['f part']],
    ['x = f(), 1', ['f part']],
    ['x = f().y', ['f part']],
    ['g(x := f())', ['g statement', 'f assigned']],
    ['return f()', ['f returned']],
    ['return await f()', ['f returned awaited']],
    ['return f(), g()', ['f part', 'g part']],
    ['return not f()', ['f part']],
    ['lambda: f()', ['f returned']],
    ['raise f()', ['f part']],
    ['assert f()', ['f part']],
    ['yield f()', ['f part']],
    ['with f(): pass', ['f part']],
    ['for x in f(): pass', ['f part']],
    ['if f(): pass', ['f part']],
    ['f().g()', ['f().g statement', 'f part']],
    ['f(g())', ['f statement', 'g part']],
    ['a and f()', ['f statement']],
    ['f() or g()', ['f part', 'g statement']],
    ['return f() or g()', ['f returned', 'g returned']],
    ['f() if g() else h()', ['f statement', 'g part', 'h statement']],
    ['x = f() if g() else h()', ['f assigned', 'g part', 'h assigned']],
    ['[f() for x in y]', ['f part']],
    ['{1: f() for x in y}', ['f part']],
    ['[*f()]', ['f part']],
    ['[*a.f()]', ['a.f part']],
    ['f()[0]', ['f part']],
    ['x: f() = 1', ['f part']],
    ['def g(a: f() = h()) -> i(): pass', ['f part', 'h part', 'i part']],
    ['def g(a: f()[int].b): pass', ['f part']],
    ['f"{f()}"', ['f part']],
  ])('%s', (code, expected) => {
    expect(usesOf(code)).toEqual(expected)
  })
})
