import { describe, expect, test } from 'vitest'
import { withTexts } from '../python/reading.ts'
import { shown } from '../python/shown.ts'
import { bindingsOf, functionsOf, read, readValid } from './reading.ts'

describe('functions', () => {
  test('a function is whole', () => {
    const code = 'export async function send(job: Job<Data>, times = 1): Promise<void> { return run(job) }\n'
    const facts = read(code)
    const [, { bindings, exits, ...send } = { bindings: null, exits: null }] = facts.functions
    expect(bindings).toEqual([])
    expect(exits?.length).toBe(1)
    expect(withTexts(code, send)).toEqual({
      name: 'send',
      kind: 'function',
      parent: 0,
      class: null,
      block: null,
      parameters: [
        {
          name: 'job',
          kind: 'positional',
          type: { kind: 'index', object: { kind: 'name', name: 'Job', span: 'Job' }, key: { kind: 'name', name: 'Data', span: 'Data' }, span: 'Job<Data>' },
          default: null,
          span: 'job: Job<Data>',
        },
        { name: 'times', kind: 'positional', type: null, default: { kind: 'literal', value: 1, span: '1' }, span: 'times = 1' },
      ],
      decorators: [],
      returnType: {
        kind: 'index',
        object: { kind: 'name', name: 'Promise', span: 'Promise' },
        key: { kind: 'literal', value: null, span: 'void' },
        span: 'Promise<void>',
      },
      isAsync: true,
      isGenerator: false,
      documentation: null,
      span: 'export async function send(job: Job<Data>, times = 1): Promise<void> { return run(job) }',
      nameSpan: 'send',
    })
  })

  test.each([
    ['function f() {}', ['function f()']],
    ['async function* f() {}', ['async generator function f()']],
    ['const f = async (a) => a', ['async function f(a)']],
    ['let f = function g(a?: A) {}', ['function f(a: A)']],
    ['const f = (async () => {}) as Handler', ['async function f()']],
    ['const f = wrap(async () => {})', ['async lambda <lambda>()']],
    ['f(function tick() {})', ['lambda tick()']],
    ['f({ a: () => 1, async b() {}, "c-d": function () {}, [e]: () => 2, get g() { return 1 } })', ['lambda a()', 'async lambda b()', 'lambda c-d()', 'lambda <lambda>()', 'getter lambda g()']],
    ['a.b.c = () => 1', ['lambda c()']],
    ['const { a = () => 1 } = b', ['lambda <lambda>()']],
    ['declare function f(a: A): B', ['declaration function f(a: A): B']],
    ['function f(a: A): A\nfunction f(a: B): B\nfunction f(a: any) { return a }', ['function f(a: any)']],
    ['if (a) { function f(a: A): A; function f(a) { return a } }', ['function f(a)']],
    ['export default function () {}', ['function default()']],
    ['export default async (a) => a', ['async function default(a)']],
    ['function f({ a }: A, [b] = [], ...c: C[]) {}', ['function f({0}: A, {1} = [], ...c: Array[C])']],
    ['function f(this: A, b) {}', ['function f(b)']],
    ['function f(...[a, b]) {}', ['function f(...{0})']],
    ['function f(a: A | undefined = undefined) {}', ['function f(a: (| A, null) = null)']],
    ['function f(a): a is A {}', ['function f(a): ?']],
  ])('%s', (code, expected) => {
    expect(functionsOf(code)).toEqual(expected)
  })

  test('where the cursor goes', () => {
    const code = 'const f = () => 1\ng(() => 2, function h() {}, { i() {}, j: () => 3 })\n'
    expect(withTexts(code, read(code).functions.map(({ nameSpan, span }) => [nameSpan, span]))).toEqual([
      ['', code],
      ['f', '() => 1'],
      ['', '() => 2'],
      ['h', 'function h() {}'],
      ['i', 'i() {}'],
      ['j', '() => 3'],
    ])
  })

  test('what an arrow is short for is returned', () => {
    const code = 'f(() => a.b())'
    expect(withTexts(code, read(code).functions[1]?.exits)).toEqual([{ kind: 'return', value: { kind: 'call', call: 1, span: 'a.b()' }, block: null, span: 'a.b()' }])
  })

  test('a function knows what it is written in', () => {
    const facts = readValid('function f() { if (a) { const g = () => { h(() => 1) } } }')
    expect(facts.functions.map(({ name, parent, block }) => [name, parent, block])).toEqual([
      ['<module>', null, null],
      ['f', 0, null],
      ['g', 1, 0],
      ['<lambda>', 2, null],
    ])
    expect(facts.calls[0]?.function).toBe(2)
  })
})

describe('parameters that are taken apart', () => {
  test.each([
    ['function f({ a, b: c = 1, ...d }: P) {}', ['a <- assign {0}.a', 'c <- assign (?? {0}.b, 1)', 'd <- unpacked {0}']],
    ['function f(a, [b, , c]) {}', ['b <- unpacked 0 of {1}', 'c <- unpacked 2 of {1}']],
    ['function f([{ a }]) {}', ['a <- assign {0}[0].a']],
    ['function f({ a: { b } }: { a: A }) {}', ['b <- assign {0}.a.b']],
    ['function f({ a }: { a: A }) {}', ['a <- assign {0}.a : A']],
    ['const f = ({ a }) => { const b = a }', ['a <- assign {0}.a', 'b <- assign a']],
  ])('%s', (code, expected) => {
    expect(bindingsOf(code, 'f')).toEqual(expected)
  })

  test('of a method', () => {
    expect(bindingsOf('class A { m(a, { b }) {} }', 'm')).toEqual(['b <- assign {1}.b'])
  })

  test('their defaults run inside the function', () => {
    const facts = readValid('function f(a = g(), { b = h() }) {}')
    expect(facts.calls.map(({ function: owner }) => owner)).toEqual([1, 1])
  })
})

describe('this', () => {
  test('a function that is no method hides the one outside', () => {
    expect(bindingsOf('class A { m() { f(function g() { this.a(); h(() => this.b()) }) } }', 'g')).toEqual(['this <- declared null'])
    expect(bindingsOf('class A { m() { return { g() { return this.a } } } }', 'g')).toEqual(['this <- declared null'])
    expect(bindingsOf('function f(this: A) { this.b() }', 'f')).toEqual(['this <- declared null : A'])
  })

  test('an arrow has that of the method', () => {
    const facts = readValid('class A { m() { f(() => { g(() => this.a()) }) } }')
    expect(facts.functions.flatMap(({ bindings }) => bindings)).toEqual([])
    expect(facts.calls.map(({ callee }) => shown(facts, callee))).toEqual(['f', 'g', 'this.a'])
  })

  test('the module has none', () => {
    expect(bindingsOf('this.a = f(() => this.b)')).toEqual(['this.a <- assign f(<function 1>)'])
  })
})
