import { describe, expect, test } from 'vitest'
import { callPlaces, read, withTexts } from './reading.ts'

describe('blocks around calls', () => {
  test.each<[string, string[]]>([
    ['with atomic(): a()', ['atomic(): ', 'a(): context atomic()']],
    ['with b(), c() as d: a()', ['b(): ', 'c(): context b()', 'a(): context b() > context c() as d']],
    ['with (\n    b() as c,\n    d(),\n): a()', ['b(): ', 'd(): context b() as c', 'a(): context b() as c > context d()']],
    ['with (b()): a()', ['b(): ', 'a(): context b()']],
    ['with (b(), c()): a()', ['b(): ', 'c(): context b()', 'a(): context b() > context c()']],
    ['async def f():\n    async with b() as c: a()', ['b(): ', 'a(): context b() as c']],
    ['for x in b(): a()\nelse: c()', ['b(): ', 'a(): for b() as x', 'c(): else']],
    ['for i, x in b: a()', ['a(): for b as i as x']],
    ['while b(): a()\nelse: c()', ['b(): while b()', 'a(): while b()', 'c(): else']],
    ['while True: a()', ['a(): while true']],
    ['if b(): a()\nelse: c()', ['b(): ', 'a(): then b()', 'c(): otherwise']],
    [
      'if b(): a()\nelif c(): d()\nelif e: f()\nelse: g()',
      ['b(): ', 'a(): then b()', 'c(): otherwise', 'd(): otherwise > then c()', 'f(): otherwise > otherwise > then e', 'g(): otherwise > otherwise > otherwise'],
    ],
    [
      'try: a()\nexcept B: b()\nexcept (C, D) as e: c()\nexcept: d()\nelse: f()\nfinally: g()',
      ['a(): try', 'b(): handler B', 'c(): handler (C, D) as e', 'd(): handler', 'f(): else', 'g(): finally'],
    ],
    ['try: a()\nexcept* B as e: b()', ['a(): try', 'b(): handler B as e']],
    ['try: a()\nexcept B, C: b()', ['a(): try', 'b(): handler (B, C)']],
    ['try: a()\nexcept b(): pass', ['a(): try', 'b(): ']],
    ['match b():\n    case 1: a()\n    case [x] if c(): d()\n    case _: e()', ['b(): ', 'a(): then', 'c(): then as x', 'd(): then as x', 'e(): then']],
    ['for x in y:\n    with z:\n        if w: a()', ['a(): for y as x > context z > then w']],
    ['a() if b() else c()', ['a(): ', 'b(): ', 'c(): ']],
    ['a() and b()', ['a(): ', 'b(): ']],
    ['with b:\n    def f(): a()', ['a(): ']],
  ])('%s', (code, expected) => {
    expect(callPlaces(`${code}\n`)).toEqual(expected)
  })

  test.each<[string, string[]]>([
    ['[a(x) for x in b() if c()]', ['a(): for b() as x', 'b(): ', 'c(): for b() as x']],
    ['{a(): b() for k, v in c()}', ['a(): for c() as k as v', 'b(): for c() as k as v', 'c(): ']],
    ['f(a(x) for x in b)', ['f(): ', 'a(): for b as x']],
    ['[a(y) for x in b() for y in c(x)]', ['a(): for b() as x > for c(x) as y', 'b(): ', 'c(): for b() as x']],
    ['[a() for x in y if b() for z in w if c()]', ['a(): for y as x > for w as z', 'b(): for y as x', 'c(): for y as x > for w as z']],
  ])('a comprehension is a loop: %s', (code, expected) => {
    expect(callPlaces(`${code}\n`)).toEqual(expected)
  })
})

describe('the blocks themselves', () => {
  test('a block is whole', () => {
    const code = 'def f():\n    for x in xs:\n        with lock as held:\n            pass\n'
    expect(withTexts(code, read(code).blocks)).toEqual([
      { kind: 'loop', parent: null, function: 1, subject: { kind: 'name', name: 'xs', span: 'xs' }, form: 'for', of: null, names: ['x'], span: code.slice(13).trimEnd() },
      {
        kind: 'context',
        parent: 0,
        function: 1,
        subject: { kind: 'name', name: 'lock', span: 'lock' },
        form: null,
        of: null,
        names: ['held'],
        span: 'with lock as held:\n            pass',
      },
    ])
  })

  test('clauses name what they belong to, and span themselves alone', () => {
    const code = 'try:\n    a\nexcept B:\n    b\nelse:\n    c\nfinally:\n    d\nfor x in y:\n    e\nelse:\n    f\nif g:\n    h\nelse:\n    i\n'
    expect(read(code).blocks.map(({ kind, of, parent, span }) => [kind, of, parent, code.slice(span.start, span.end)])).toEqual([
      ['try', null, null, 'try:\n    a'],
      ['handler', 0, null, 'except B:\n    b'],
      ['else', 0, null, 'else:\n    c'],
      ['finally', 0, null, 'finally:\n    d'],
      ['loop', null, null, 'for x in y:\n    e'],
      ['else', 4, null, 'else:\n    f'],
      ['branch', null, null, 'if g:\n    h'],
      ['branch', 6, null, 'else:\n    i'],
    ])
  })

  test('exits say which block they leave from', () => {
    const code = 'def f():\n    while a:\n        if b: break\n        continue\n    try:\n        raise E(1) from g()\n    except E:\n        raise\n    return 1, 2\n'
    const facts = read(code)
    expect(facts.functions[1]?.exits.map(({ kind, block, span }) => [kind, block, code.slice(span.start, span.end)])).toEqual([
      ['break', 1, 'break'],
      ['continue', 0, 'continue'],
      ['raise', 2, 'raise E(1) from g()'],
      ['raise', 3, 'raise'],
      ['return', null, 'return 1, 2'],
    ])
    expect(facts.functions[1]?.exits.map(({ value }) => value?.kind ?? null)).toEqual([null, null, 'call', null, 'tuple'])
  })
})
