import { describe, expect, test } from 'vitest'
import { read, valueOf, withTexts } from './reading.ts'
import { shown } from './shown.ts'

describe('values written down', () => {
  test.each([
    ['True', 'true'],
    ['False', 'false'],
    ['None', 'null'],
    ['...', '?'],
    ['1_000', '1000'],
    ['0xFF', '255'],
    ['0b101', '5'],
    ['0o17', '15'],
    ['1.5', '1.5'],
    ['.5', '0.5'],
    ['1.', '1'],
    ['1e3', '1000'],
    ['1_0.0_1', '10.01'],
    ['-3', '-3'],
    ['+3', '3'],
    ['- 0', '0'],
    ['9007199254740991', '9007199254740991'],
    ['9007199254740992', '?'],
    ['123456789012345678901234567890', '?'],
    ['1e999', '?'],
    ['3j', '?'],
    ['1.5j', '?'],
  ])('%s', (code, expected) => {
    expect(valueOf(code)).toBe(expected)
  })
})

describe('names, members and items', () => {
  test.each([
    ['order', 'order'],
    ['order.customer.pk', 'order.customer.pk'],
    ['orders[0]', 'orders[0]'],
    ['settings["A"].b', 'settings["A"].b'],
    ['grid[1, x]', 'grid[(1, x)]'],
    ['orders[:5]', 'orders[?]'],
    ['orders[f()]', 'orders[f()]'],
    ['(order)', 'order'],
    ['((order).pk)', 'order.pk'],
    ['match.type', 'match.type'],
  ])('%s', (code, expected) => {
    expect(valueOf(code)).toBe(expected)
  })
})

describe('collections', () => {
  test.each([
    ['[1, a, *rest]', '[1, a, *rest]'],
    ['()', '()'],
    ['(1,)', '(1)'],
    ['1, 2', '(1, 2)'],
    ['a, *b', '(a, *b)'],
    ['{1, *a}', '{1, *a}'],
    ['{}', '{}'],
    ['{"a": 1, b: f(), **more}', '{"a": 1, b: f(), **more}'],
    ['[*order.lines(), *extra[0]]', '[*order.lines(), *extra[0]]'],
    ['*order.lines(), last', '(*order.lines(), last)'],
    ['{**defaults(), "a": 1}', '{**defaults(), "a": 1}'],
  ])('%s', (code, expected) => {
    expect(valueOf(code)).toBe(expected)
  })
})

describe('operations', () => {
  test.each([
    ['a + b * 2', '(+ a, (* b, 2))'],
    ['a or b and c', '(or a, (and b, c))'],
    ['not a', '(not a)'],
    ['-a', '(- a)'],
    ['~1', '(~ 1)'],
    ['a == 1', '(== a, 1)'],
    ['a not in b', '(not in a, b)'],
    ['a is  not None', '(is not a, null)'],
    ['0 < a <= 5', '(and (< 0, a), (<= a, 5))'],
    ['a if b else c', '(if b: a else c)'],
    ['a if b else c if d else e', '(if b: a else (if d: c else e))'],
    ['(n := 5)', '5'],
    ['await f(1)', 'f(1)'],
    ['(yield 1)', '?'],
    ['lambda: 1', '<function 1>'],
  ])('%s', (code, expected) => {
    expect(valueOf(code)).toBe(expected)
  })
})

describe('comprehensions', () => {
  test.each([
    ['[o.pk for o in orders if o.paid]', 'list(o.pk for o in orders)'],
    ['{o for o in orders}', 'set(o for o in orders)'],
    ['{k: f(v) for k, v in d.items()}', 'record(f(v) for k v in d.items())'],
    ['(o for o in orders)', 'generator(o for o in orders)'],
    ['[x for xs in xss for x in xs]', 'list(x for xs in xss for x in xs)'],
    ['[x for x in 1, 2]', 'list(x for x in (1, 2))'],
    ['[await f(x) async for x in g()]', 'list(f(x) for x in g())'],
    ['[x for x, (y, *z) in a]', 'list(x for x y z in a)'],
  ])('%s', (code, expected) => {
    expect(valueOf(code)).toBe(expected)
  })
})

describe('annotations are expressions', () => {
  test.each([
    ['int', 'int'],
    ['"Order"', '"Order"'],
    ['models.Order', 'models.Order'],
    ['list[int]', 'list[int]'],
    ['dict[str, list["Order"]]', 'dict[(str, list["Order"])]'],
    ['Order | None', '(| Order, null)'],
    ['Box[int].Item', 'Box[int].Item'],
    ['typing.Optional[Order]', 'typing.Optional[Order]'],
    ['Annotated[int, Field(gt=0)]', 'Annotated[(int, Field(gt=0))]'],
    ['Callable[[int], str]', 'Callable[([int], str)]'],
    ['None', 'null'],
  ])('%s', (code, expected) => {
    const facts = read(`def f(value: ${code}) -> ${code}: ...\nother: ${code} = value\n`)
    const [, f] = facts.functions
    const types = [f?.parameters[0]?.type, f?.returnType, facts.functions[0]?.bindings[0]?.type]
    expect(types.map((type) => shown(facts, type ?? null))).toEqual([expected, expected, expected])
  })
})

test('spans are those of the expression without parentheses', () => {
  const code = 'value = (order.total) + f( 1, key = -2 )\n'
  expect(withTexts(code, read(code).functions[0]?.bindings[0]?.value)).toEqual({
    kind: 'operation',
    operator: '+',
    operands: [
      { kind: 'member', object: { kind: 'name', name: 'order', span: 'order' }, name: 'total', span: 'order.total' },
      { kind: 'call', call: 0, span: 'f( 1, key = -2 )' },
    ],
    span: '(order.total) + f( 1, key = -2 )',
  })
})
