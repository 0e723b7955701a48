import { describe, expect, test } from 'vitest'
import { withTexts } from '../python/reading.ts'
import { bindingsOf, read } from './reading.ts'

describe('declarations', () => {
  test('a binding is whole', () => {
    const code = 'const queue: Queue = make(), other = 1\n'
    expect(withTexts(code, read(code).functions[0]?.bindings)).toEqual([
      {
        target: 'queue',
        targetSpan: 'queue',
        via: 'assign',
        position: null,
        value: { kind: 'call', call: 0, span: 'make()' },
        type: { kind: 'name', name: 'Queue', span: 'Queue' },
        block: null,
        span: 'queue: Queue = make()',
      },
      {
        target: 'other',
        targetSpan: 'other',
        via: 'assign',
        position: null,
        value: { kind: 'literal', value: 1, span: '1' },
        type: null,
        block: null,
        span: 'other = 1',
      },
    ])
  })

  test.each([
    ['let a', ['a <- assign null']],
    ['let a: A', ['a <- declared null : A']],
    ['var a = 1, b = a', ['a <- assign 1', 'b <- assign a']],
    ['let a!: A', ['a <- declared null : A']],
    ['declare const a: A', ['a <- declared null : A']],
    ['export const a = 1', ['a <- assign 1']],
    ['await using a = f()', ['a <- assign f()']],
    ['const f = () => 1', ['f <- assign <function 1>']],
    ['const f: F = async function g() {}', ['f <- assign <function 1> : F']],
    ['const A = class {}', []],
    ['type A = B<C>', ['A <- alias null : B[C]']],
    ['export type A<T> = { b: T }', ['A <- alias null : {"b": T}']],
    ['namespace a { export const b = 1 }', ['b <- assign 1']],
    ['declare global { var a: A }', ['a <- declared null : A']],
    ["declare module 'm' { const a: A }", []],
  ])('%s', (code, expected) => {
    expect(bindingsOf(code)).toEqual(expected)
  })
})

describe('values taken apart', () => {
  test.each([
    ['const { a } = b', ['a <- assign b.a']],
    ['const { a, b: c, "d-e": f } = g', ['a <- assign g.a', 'c <- assign g.b', 'f <- assign g.d-e']],
    ['const { a = 1 } = b', ['a <- assign (?? b.a, 1)']],
    ['const { a: { b = 1, c } } = d', ['b <- assign (?? d.a.b, 1)', 'c <- assign d.a.c']],
    ['const { a: { b } = {} } = c', ['b <- assign (?? c.a, {}).b']],
    ['const { a, ...rest } = b', ['a <- assign b.a', 'rest <- unpacked b']],
    ['const { [key]: a } = b', ['a <- assign b[key]']],
    ['const { a } = await f()', ['a <- assign f().a']],
    ['const { a }: { a: A, b: B } = c', ['a <- assign c.a : A']],
    ['const [a, b] = c', ['a <- unpacked 0 of c', 'b <- unpacked 1 of c']],
    ['const [, a, ...rest] = b', ['a <- unpacked 1 of b', 'rest <- unpacked b']],
    ['const [a = 1] = b', ['a <- assign (?? b[0], 1)']],
    ['const [{ a }, [b]] = c', ['a <- assign c[0].a', 'b <- unpacked 0 of c[1]']],
    ['const { a: [b] } = c', ['b <- unpacked 0 of c.a']],
    ['const {} = a', []],
  ])('%s', (code, expected) => {
    expect(bindingsOf(code)).toEqual(expected)
  })
})

test('many names do not each get a copy of a long value', () => {
  const names = Array.from({ length: 3000 }, (_, index) => `name${index}`)
  const facts = read(`const { ${names.join(', ')} } = { ${names.map((name) => `${name}: 1`).join(', ')} }\n`)
  expect(facts.functions[0]?.bindings.length).toBe(3000)
  expect(JSON.stringify(facts).length).toBeLessThan(1_000_000)
})

describe('assignments', () => {
  test.each([
    ['a = 1', ['a <- assign 1']],
    ['a.b = 1', ['a.b <- assign 1']],
    ['this.a = b', ['this.a <- assign b']],
    ['this.#a = b', ['this.#a <- assign b']],
    ['a["b"] = 1', ['a["b"] <- assign 1']],
    ['a.b[c].d = 1', ['a.b[].d <- assign 1']],
    ['f().a = 1', []],
    ['(a as B).c = 1', ['a.c <- assign 1']],
    ['a! = 1', ['a <- assign 1']],
    ['a = b = 1', ['b <- assign 1', 'a <- assign 1']],
    ['a += 1', ['a <- augmented 1']],
    ['a ??= f()', ['a <- assign (?? a, f())']],
    ['this.a ||= 1', ['this.a <- assign (|| this.a, 1)']],
    ['a &&= 1', ['a <- assign (&& a, 1)']],
    ['a++', ['a <- augmented 1']],
    ['--a.b', ['a.b <- augmented 1']],
    ['({ a, b: c.d, e = 1, ...f } = g)', ['a <- assign g.a', 'c.d <- assign g.b', 'e <- assign (?? g.e, 1)', 'f <- unpacked g']],
    ['({ a: { b } = {} } = c)', ['b <- assign (?? c.a, {}).b']],
    ['[a, b] = [b, a]', ['a <- unpacked 0 of [b, a]', 'b <- unpacked 1 of [b, a]']],
    ['[, a.b = 1, ...c] = d', ['a.b <- assign (?? d[1], 1)', 'c <- unpacked d']],
    ['a.b = () => 1', ['a.b <- assign <function 1>']],
  ])('%s', (code, expected) => {
    expect(bindingsOf(code)).toEqual(expected)
  })
})

describe('names of a function around', () => {
  test('what is given to them inside is theirs, too', () => {
    const code = 'let queue: Queue\nexport function start() { queue = new Queue("mail") }\n'
    expect(bindingsOf(code)).toEqual(['queue <- declared null : Queue', 'queue <- assign Queue("mail")'])
    expect(bindingsOf(code, 'start')).toEqual(['queue <- assign Queue("mail")'])
  })

  test('also where they are declared later or are parameters', () => {
    expect(bindingsOf('function f() { a = 1 }\nlet a')).toEqual(['a <- assign null', 'a <- assign 1'])
    expect(bindingsOf('function f(a) { g(() => { a = 1 }) }', 'f')).toEqual(['a <- assign 1'])
    expect(bindingsOf('function f(a) { g(() => { ({ a } = b) }) }', '<lambda>')).toEqual(['a <- assign b.a'])
  })

  test('the nearest one that declares the name has it', () => {
    const code = 'let a = 1\nfunction f() { let a = 2\n const g = () => { a = 3 } }\n'
    expect(bindingsOf(code)).toEqual(['a <- assign 1'])
    expect(bindingsOf(code, 'f')).toEqual(['a <- assign 2', 'g <- assign <function 2>', 'a <- assign 3'])
  })

  test('members and names that nobody declares stay where they are', () => {
    expect(bindingsOf('let a = {}\nfunction f() { a.b = 1; c = 2 }')).toEqual(['a <- assign {}'])
  })
})
