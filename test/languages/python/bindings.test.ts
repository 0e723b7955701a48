import { describe, expect, test } from 'vitest'
import { bindingsOf, read, withTexts } from './reading.ts'

describe('bindings', () => {
  test.each([
    ['a = 1', ['a <- assign 1']],
    ['a = b = f()', ['a <- assign f()', 'b <- assign f()']],
    ['a: int = 1', ['a <- assign 1 : int']],
    ['a: int', ['a <- declared null : int']],
    ['self.total: int = 1', ['self.total <- assign 1 : int']],
    ['a += 1', ['a <- augmented 1']],
    ['a.b |= c', ['a.b <- augmented c']],
    ['a, b = f()', ['a <- unpacked 0 of f()', 'b <- unpacked 1 of f()']],
    ['(a, b) = [c, d] = f()', ['a <- unpacked 0 of f()', 'b <- unpacked 1 of f()', 'c <- unpacked 0 of f()', 'd <- unpacked 1 of f()']],
    ['a, *b, c = f()', ['a <- unpacked 0 of f()', 'b <- unpacked f()', 'c <- unpacked f()']],
    ['a, (b, c) = f()', ['a <- unpacked 0 of f()', 'b <- unpacked 0 of null', 'c <- unpacked 1 of null']],
    ['a, (b, c) = 1, (2, 3)', ['a <- unpacked 0 of (1, (2, 3))', 'b <- unpacked 0 of (2, 3)', 'c <- unpacked 1 of (2, 3)']],
    ['a, (b, c) = *x, (2, 3)', ['a <- unpacked 0 of (*x, (2, 3))', 'b <- unpacked 0 of null', 'c <- unpacked 1 of null']],
    ['(a) = 1', ['a <- assign 1']],
    ['(a,) = b', ['a <- unpacked 0 of b']],
    ['f(a := 1)', ['a <- assign 1']],
    ['app.conf.beat_schedule = {}', ['app.conf.beat_schedule <- assign {}']],
    ['app.conf["timezone"] = "UTC"', ['app.conf["timezone"] <- assign "UTC"']],
    ["SCHEDULE['it\\'s'][x] = 1", ['SCHEDULE["it\'s"][] <- assign 1']],
    ['a[0] = b[1:2] = 1', ['a[] <- assign 1', 'b[] <- assign 1']],
    ['f().x = 1', []],
    ['type(a).b = 1', []],
    ['del a, b.c', []],
    ['type Alias[T] = list[T]', ['Alias <- assign list[T]']],
    ['type = 1', ['type <- assign 1']],
    ['match = print = 1', ['match <- assign 1', 'print <- assign 1']],
  ])('%s', (code, expected) => {
    expect(bindingsOf(`${code}\n`)).toEqual(expected)
  })

  test.each([
    ['for a in b: pass', ['a <- element b']],
    ['for self.x in b: pass', ['self.x <- element b']],
    ['for i, (a, b) in c: pass', ['i <- unpacked 0 of null', 'a <- unpacked 0 of null', 'b <- unpacked 1 of null']],
    ['for a in 1, 2: pass', ['a <- element (1, 2)']],
    ['async def f():\n    async for a in b: pass', []],
    ['with a as b: pass', ['b <- context a']],
    ['with (a as b, c as d.e): pass', ['b <- context a', 'd.e <- context c']],
    ['with a as (b, c): pass', ['b <- unpacked 0 of null', 'c <- unpacked 1 of null']],
    ['try: pass\nexcept E as e: pass', ['e <- exception E']],
    ['try: pass\nexcept (A, b.C) as e: pass', ['e <- exception (A, b.C)']],
    ['match a:\n    case {"k": b, **c}: pass\n    case D(e, f=g) | [h, *i]: pass\n    case j.k | 1 | "s" | _: pass', ['b', 'c', 'e', 'g', 'h', 'i'].map((name) => `${name} <- unpacked null`)],
    ['match a:\n    case B() as c: pass', ['c <- unpacked null']],
  ])('%s', (code, expected) => {
    expect(bindingsOf(`${code}\n`)).toEqual(expected)
  })

  test('a binding is whole', () => {
    const code = 'while x:\n    order.total, b = compute()\n'
    expect(withTexts(code, read(code).functions[0]?.bindings[0])).toEqual({
      target: 'order.total',
      targetSpan: 'order.total',
      via: 'unpacked',
      position: 0,
      value: { kind: 'call', call: 0, span: 'compute()' },
      type: null,
      block: 0,
      span: 'order.total, b = compute()',
    })
  })

  test('what a loop, a manager, a handler or a case binds is bound inside it', () => {
    const code = 'for a in x: pass\nwith x as b: pass\ntry: pass\nexcept E as c: pass\nmatch x:\n    case [d]: pass\n'
    const facts = read(code)
    expect(facts.functions[0]?.bindings.map(({ target, block }) => [target, facts.blocks[block ?? -1]?.names])).toEqual([
      ['a', ['a']],
      ['b', ['b']],
      ['c', ['c']],
      ['d', ['d']],
    ])
  })

  test('belong to the function or class body they are made in', () => {
    const code = 'a = 1\ndef f():\n    b = 2\n    class C:\n        c = 3\n        d = lambda: (e := 4)\n'
    const owners = read(code).functions.map(({ name, bindings }) => [name, bindings.map(({ target }) => target)])
    expect(owners).toEqual([['<module>', ['a']], ['f', ['b']], ['C', ['c', 'd']], ['<lambda>', ['e']]])
  })

  test('the variables of a comprehension stay inside, a walrus does not', () => {
    expect(bindingsOf('def f():\n    [y := x for x in z]\n', 'f')).toEqual(['y <- assign x'])
  })
})

describe('names taken from outside', () => {
  test('a global name is bound in the module too', () => {
    const code = 'client = None\ndef connect():\n    global client, other\n    client = make()\n    local = 1\n'
    expect(bindingsOf(code)).toEqual(['client <- assign null', 'client <- assign make()'])
    expect(bindingsOf(code, 'connect')).toEqual(['client <- assign make()', 'local <- assign 1'])
  })

  test('a global statement in the module itself says nothing', () => {
    expect(bindingsOf('global a\na = 1\n')).toEqual(['a <- assign 1'])
  })

  test('a nonlocal name is bound in the function that has it', () => {
    const code = 'def outer(count):\n    def middle():\n        def inner():\n            nonlocal count\n            count += 1\n'
    expect(bindingsOf(code, 'outer')).toEqual(['count <- augmented 1'])
    expect(bindingsOf(code, 'middle')).toEqual([])
    expect(bindingsOf(code)).toEqual([])
  })

  test('a nonlocal name may be one that is assigned outside', () => {
    const code = 'def outer():\n    count = 0\n    def middle():\n        other = 1\n        def inner():\n            nonlocal count\n            count = 2\n'
    expect(bindingsOf(code, 'outer')).toEqual(['count <- assign 0', 'count <- assign 2'])
    expect(bindingsOf(code, 'middle')).toEqual(['other <- assign 1'])
  })
})
