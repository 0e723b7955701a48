import { describe, expect, test } from 'vitest'
import { withTexts } from '../python/reading.ts'
import { shown } from '../python/shown.ts'
import { read, readValid } from './reading.ts'

function usesOf(code: string): string[] {
  const facts = readValid(`${code}\n`)
  return facts.calls.map((call) => `${shown(facts, call.callee)} ${call.use}${call.awaited ? ' awaited' : ''}`)
}

describe('calls', () => {
  test('a call is whole', () => {
    const code = 'await this.queue.add<Data>(name, ...rest)\n'
    expect(withTexts(code, read(code).calls)).toEqual([
      {
        callee: {
          kind: 'member',
          object: { kind: 'member', object: { kind: 'name', name: 'this', span: 'this' }, name: 'queue', span: 'this.queue' },
          name: 'add',
          span: 'this.queue.add',
        },
        arguments: [
          { name: null, spread: null, value: { kind: 'name', name: 'name', span: 'name' }, span: 'name' },
          { name: null, spread: 'positional', value: { kind: 'name', name: 'rest', span: 'rest' }, span: '...rest' },
        ],
        typeArguments: [{ kind: 'name', name: 'Data', span: 'Data' }],
        function: 0,
        block: null,
        awaited: true,
        use: 'statement',
        span: 'this.queue.add<Data>(name, ...rest)',
      },
    ])
  })

  test.each([
    ['f({ a: 1, ...b }, [c], () => d, `e${g}`)', ['{"a": 1, **b}', '[c]', '<function 1>', '"e"{g}""']],
    ['f(a = 1)', ['1']],
    ['f(a ? b : c, !d)', ['(if a: b else c)', '(not d)']],
    ['new F(a as B, c!)', ['a', 'c']],
    ['f(a, /* first */ b,)', ['a', 'b']],
    ['f(async function g() {})', ['<function 1>']],
    ['f(undefined, void 0)', ['null', 'null']],
  ])('arguments of %s', (code, expected) => {
    const facts = readValid(`${code}\n`)
    expect(facts.calls[0]?.arguments.map(({ value }) => shown(facts, value))).toEqual(expected)
  })

  test.each([
    ['new Map<string, Queue[]>()', ['string', 'Array[Queue]']],
    ['repository.find<User>()', ['User']],
    ['f<typeof a>(b)', ['typeof[a]']],
  ])('types given in %s', (code, expected) => {
    const facts = readValid(`${code}\n`)
    expect(facts.calls[0]?.typeArguments?.map((type) => shown(facts, type))).toEqual(expected)
  })

  test('a call without types says nothing of them', () => {
    expect(Object.keys(readValid('f()\n').calls[0] ?? {})).not.toContain('typeArguments')
  })

  test('come in the order of their start, the outer before the inner', () => {
    const code = `@a(b())
class C extends d(e()) {
  @f() g = h()
  constructor(@i() j = k()) { super(l()) }
  async m({ n = o() }) { p().q(r())[s()] = t() }
}
for (const u of v()) w()
for (let x = y(); z(); aa()) bb()
do { cc() } while (dd())
const { ee = ff(), [gg()]: hh } = ii()
switch (jj()) { case kk(): ll() }
mm() ? nn() : oo\`\${pp()}\`
`
    const starts = readValid(code).calls.map(({ span }) => code.slice(span.start, span.end))
    const letters = ['a(b())', 'b()', 'd(e())', 'e()', 'f()', 'h()', 'i()', 'k()', 'super(l())', 'l()', 'o()', 'p().q(r())', 'p()', 'r()', 's()', 't()', 'v()', 'w()']
    expect(starts).toEqual([...letters, 'y()', 'z()', 'aa()', 'bb()', 'cc()', 'dd()', 'ff()', 'gg()', 'ii()', 'jj()', 'kk()', 'll()', 'mm()', 'nn()', 'oo`${pp()}`', 'pp()'])
  })
})

describe('how the value of a call is used', () => {
  test.each([
    ['f()', ['f statement']],
    ['await f()', ['f statement awaited']],
    ['(await f())', ['f statement awaited']],
    ['void f()', ['f discarded']],
    ['void (await f())', ['f discarded awaited']],
    ['const a = () => void f()', ['f discarded']],
    ['f(), g()', ['f statement', 'g statement']],
    ['(f() as A)!', ['f statement']],
    ['const a = f()', ['f assigned']],
    ['const a: A = await f() as A', ['f assigned awaited']],
    ['let a; a = b = f()', ['f assigned']],
    ['a ??= f()', ['f assigned']],
    ['a += f()', ['f part']],
    ['const { a } = f()', ['f assigned']],
    ['const [a = f()] = g()', ['f part', 'g assigned']],
    ['class A { b = f(); static c = await g() }', ['f assigned', 'g assigned awaited']],
    ['export default f()', ['f assigned']],
    ['function a() { return f() }', ['f returned']],
    ['async function a() { return await f() }', ['f returned awaited']],
    ['const a = () => f()', ['f returned']],
    ['const a = () => (f(), g())', ['f statement', 'g returned']],
    ['throw f()', ['f part']],
    ['f(g())', ['f statement', 'g part']],
    ['f().g()', ['f().g statement', 'f part']],
    ['await f().catch(g)', ['f().catch statement awaited', 'f part']],
    ['await (f()).g', ['f part']],
    ['[f()]', ['f part']],
    ['a && f()', ['f statement']],
    ['f() && g()', ['f part', 'g statement']],
    ['f() ?? g()', ['f part', 'g statement']],
    ['const a = f() || g()', ['f assigned', 'g assigned']],
    ['a ? f() : g()', ['f statement', 'g statement']],
    ['await (a ? f() : g())', ['f statement awaited', 'g statement awaited']],
    ['await (a && f())', ['f statement awaited']],
    ['await (f() ?? g())', ['f part awaited', 'g statement awaited']],
    ['await Promise.all([f()])', ['Promise.all statement awaited', 'f part']],
    ['!f()', ['f part']],
    ['if (f()) g()', ['f part', 'g statement']],
    ['for (f(); g(); h()) i()', ['f statement', 'g part', 'h statement', 'i statement']],
    ['for await (const a of f()) g()', ['f part', 'g statement']],
    ['async function* a() { yield f() }', ['f part']],
    ['f`${g()}`', ['f statement', 'g part']],
    ['new F()', ['F statement']],
  ])('%s', (code, expected) => {
    expect(usesOf(code)).toEqual(expected)
  })
})
