import { describe, expect, test } from 'vitest'
import { shown } from '../python/shown.ts'
import { bindingsOf, read, readValid, valueOf } from './reading.ts'

describe('values', () => {
  test.each([
    ['1', '1'],
    ['1_000', '1000'],
    ['0x10', '16'],
    ['1e3', '1000'],
    ['.5', '0.5'],
    ['-1', '-1'],
    ['+1', '1'],
    ['-0', '0'],
    ['1e400', '?'],
    ['9007199254740993', '?'],
    ['10n', '?'],
    ['/a+/g', '?'],
    ['"a\\n\\u0041"', '"a\\nA"'],
    ["'a'", '"a"'],
    ['`a`', '"a"'],
    ['`a${b}c${d.e}`', '"a"{b}"c"{d.e}""'],
    ['true', 'true'],
    ['false', 'false'],
    ['null', 'null'],
    ['undefined', 'null'],
    ['void 0', 'null'],
    ['name', 'name'],
    ['$_a1', '$_a1'],
    ['naïve', 'naïve'],
    ['this', 'this'],
    ['this.#queue', 'this.#queue'],
    ['super.add', 'super.add'],
    ['a.b.c', 'a.b.c'],
    ['a?.b?.c', 'a.b.c'],
    ['a!.b!', 'a.b'],
    ['a[b]', 'a[b]'],
    ['a["b"]', 'a["b"]'],
    ['a?.[0]', 'a[0]'],
    ['import.meta.url', '?.url'],
    ['new.target', '?'],
  ])('%s', (code, expected) => {
    expect(valueOf(code)).toBe(expected)
  })
})

describe('what only a type checker uses is left out', () => {
  test.each([
    ['(a)', 'a'],
    ['((a.b))', 'a.b'],
    ['a as B', 'a'],
    ['a as unknown as B', 'a'],
    ['a satisfies B', 'a'],
    ['<B>a', 'a'],
    ['{ a: 1 } as const', '{"a": 1}'],
    ['a<string>', 'a'],
    ['await a', 'a'],
    ['(await a).b', 'a.b'],
  ])('%s', (code, expected) => {
    expect(valueOf(code)).toBe(expected)
  })
})

describe('collections', () => {
  test.each([
    ['[]', '[]'],
    ['[1, a, ...b]', '[1, a, *b]'],
    ['[, 1]', '[?, 1]'],
    ['{}', '{}'],
    ['{ a: 1, "b-c": 2, 3: 4, a1 }', '{"a": 1, "b-c": 2, "3": 4, "a1": a1}'],
    ['{ ...a, b }', '{**a, "b": b}'],
    ['{ [a]: 1, ["b"]: 2, [`c`]: 3 }', '{a: 1, "b": 2, "c": 3}'],
    ['{ undefined }', '{"undefined": null}'],
    ['{ f() {}, g: () => 1, async h() {} }', '{"f": <function 1>, "g": <function 2>, "h": <function 3>}'],
    ['{ get a() { return 1 }, set a(b) {} }', '{"a": ?}'],
    ['{ a: { b: [] } }', '{"a": {"b": []}}'],
  ])('%s', (code, expected) => {
    expect(valueOf(code)).toBe(expected)
  })
})

describe('operations', () => {
  test.each([
    ['a + b', '(+ a, b)'],
    ['a + b + c', '(+ (+ a, b), c)'],
    ['a ** b', '(** a, b)'],
    ['a === b', '(=== a, b)'],
    ['a != b', '(!= a, b)'],
    ['a < b', '(< a, b)'],
    ['a && b', '(&& a, b)'],
    ['a || b', '(|| a, b)'],
    ['a ?? b', '(?? a, b)'],
    ['a instanceof B', '(instanceof a, B)'],
    ['"a" in b', '(in "a", b)'],
    ['a >>> 2', '(>>> a, 2)'],
    ['!a', '(not a)'],
    ['!!a', '(not (not a))'],
    ['-a', '(- a)'],
    ['-"a"', '(- "a")'],
    ['~1', '(~ 1)'],
    ['typeof a', '(typeof a)'],
    ['delete a.b', '?'],
    ['a ? b : c', '(if a: b else c)'],
    ['(a, b, c)', 'c'],
  ])('%s', (code, expected) => {
    expect(valueOf(code)).toBe(expected)
  })
})

describe('calls', () => {
  test.each([
    ['f()', 'f()'],
    ['f(a, ...b)', 'f(a, *b)'],
    ['f?.(a)', 'f(a)'],
    ['a?.b?.(c)', 'a.b(c)'],
    ['new Queue("mail", { a })', 'Queue("mail", {"a": a})'],
    ['new Queue', 'Queue()'],
    ['new a.B<C>()', 'a.B()'],
    ['f`a${b}`', 'f("a"{b}"")'],
    ['sql`select`', 'sql("select")'],
    ['f<string>(a)', 'f(a)'],
    ['f()()', 'f()()'],
    ['(0, f)()', 'f()'],
    ['import("./a")', 'import("./a")'],
    ['a.b().c()', 'a.b().c()'],
    ['(() => 1)()', '<function 1>()'],
  ])('%s', (code, expected) => {
    expect(valueOf(code)).toBe(expected)
  })
})

describe('values within values', () => {
  test.each([
    ['a = b', 'b'],
    ['a ??= b', '(?? a, b)'],
    ['a ||= b', '(|| a, b)'],
    ['a += b', '?'],
    ['a++', '?'],
    ['--a', '?'],
    ['class A {}', 'A'],
    ['class {}', '?'],
    ['function () {}', '<function 1>'],
    ['async (a) => a', '<function 1>'],
  ])('%s', (code, expected) => {
    const facts = readValid(`f(${code})\n`)
    expect(shown(facts, facts.calls[0]?.arguments[0]?.value ?? null)).toBe(expected)
  })

  test('an assignment inside an expression binds', () => {
    expect(bindingsOf('f(a = 1, b.c = d = 2)')).toEqual(['a <- assign 1', 'd <- assign 2', 'b.c <- assign 2'])
  })

  test('of a yield nothing is known but what is in it', () => {
    const facts = readValid('function* f() { const a = yield g() }')
    expect(facts.calls.map(({ callee }) => shown(facts, callee))).toEqual(['g'])
    expect(shown(facts, facts.functions[1]?.bindings[0]?.value ?? null)).toBe('?')
  })
})

describe('markup', () => {
  const page = 'const page = <Page a={f()} {...g()} on={() => h()}>text // no comment {i()} <b>{list.map((x) => <Row key={x.id} run={j} />)}</b><></></Page>\n'

  test.each([['src/page.tsx'], ['src/page.jsx'], ['src/page.js']])('what is called in it is read in %s', (path) => {
    const facts = readValid(page, path)
    expect(facts.calls.map(({ callee }) => shown(facts, callee))).toEqual(['f', 'g', 'h', 'i', 'list.map'])
    expect(facts.functions.map(({ name }) => name)).toEqual(['<module>', '<lambda>', '<lambda>'])
    expect(bindingsOf(page, '<module>', path)).toEqual(['page <- assign ?'])
  })
})

describe('dialects', () => {
  test('a cast in angle brackets is markup in a file with markup', () => {
    expect(read('const a = <B>c\n', 'src/a.tsx').unreadable.length).toBeGreaterThan(0)
    expect(read('const a = <B>c\n', 'src/a.mts').unreadable).toEqual([])
  })

  test.each([['a.ts'], ['a.tsx'], ['a.mts'], ['a.cts'], ['a.js'], ['a.jsx'], ['a.mjs'], ['a.cjs']])('%s may await at the top and has types', (path) => {
    const facts = readValid('const a: string = await f()\n', path)
    expect(facts.language).toBe('typescript')
    expect(facts.calls[0]?.awaited).toBe(true)
  })
})
