import { describe, expect, test } from 'vitest'
import { withTexts } from '../python/reading.ts'
import { bindingsOf, callPlaces, read, readValid } from './reading.ts'

/** Every block as its kind, its form, what it belongs to and its text. */
function blocksOf(code: string): unknown[] {
  return readValid(code).blocks.map(({ kind, form, of, span }) => [form ?? kind, of, code.slice(span.start, span.end)])
}

describe('branches', () => {
  test.each([
    ['if (a) b(); else c()', ['b(): then a', 'c(): otherwise']],
    ['if (a()) { b() }', ['a(): ', 'b(): then a()']],
    ['if (a) b()\nelse if (c()) d()\nelse e()', ['b(): then a', 'c(): otherwise', 'd(): otherwise > then c()', 'e(): otherwise > otherwise']],
    ['if (!a) b()', ['b(): then (not a)']],
    ['switch (a()) { case b(): c(); break; default: d() }', ['a(): ', 'b(): ', 'c(): then', 'd(): then']],
    ['{ a() }', ['a(): ']],
    ['a ? b() : c()', ['b(): ', 'c(): ']],
  ])('%s', (code, expected) => {
    expect(callPlaces(code)).toEqual(expected)
  })

  test('of an if', () => {
    expect(blocksOf('if (a) { b } /* c */ else if (d) e\nelse f')).toEqual([
      ['then', null, 'if (a) { b }'],
      ['otherwise', 0, 'else if (d) e\nelse f'],
      ['then', null, 'if (d) e'],
      ['otherwise', 2, 'else f'],
    ])
  })

  test('of a switch', () => {
    expect(blocksOf('switch (a) { case 1: case 2: b; break\n default: c }')).toEqual([
      ['then', null, 'case 1:'],
      ['then', null, 'case 2: b; break'],
      ['then', null, 'default: c'],
    ])
  })
})

describe('loops', () => {
  test.each([
    ['for (const a of b()) c()', ['b(): ', 'c(): for b() as a']],
    ['for (a of b) c()', ['c(): for b as a']],
    ['for await (const a of b) c()', ['c(): for b as a']],
    ['for (const a in b()) c()', ['b(): ', 'c(): for ? as a']],
    ['for (const [a, b] of c) d()', ['d(): for c as a as b']],
    ['for (const { a } of b) c()', ['c(): for b as {loop 0}']],
    ['for (const [, a] of b) c()', ['c(): for b as {loop 0}']],
    ['while (a()) b()', ['a(): while a()', 'b(): while a()']],
    ['do { a() } while (b())', ['a(): while b()', 'b(): while b()']],
    ['for (a(); b(); c()) d()', ['a(): ', 'b(): while b()', 'c(): while b()', 'd(): while b()']],
    ['for (;;) a()', ['a(): while true']],
    ['a: for (const b of c) { for (;;) { d(); continue a } }', ['d(): for c as b > while true']],
    ['const f = () => { for (const a of b) g(() => h(a)) }', ['g(): for b as a', 'h(): ']],
  ])('%s', (code, expected) => {
    expect(callPlaces(code)).toEqual(expected)
  })

  test.each([
    ['for (const a of b) {}', ['a <- element b']],
    ['for (let i = 0; i < 3; i++) {}', ['i <- assign 0', 'i <- augmented 1']],
    ['for (const [a, b] of c) {}', ['a <- unpacked 0 of null', 'b <- unpacked 1 of null']],
    ['for (const { a, b: [c] } of d) {}', ['{loop 0} <- element d', 'a <- assign {loop 0}.a', 'c <- unpacked 0 of {loop 0}.b']],
    ['for (const [a = 1] of b) {}', ['{loop 0} <- element b', 'a <- assign (?? {loop 0}[0], 1)']],
    ['for (a.b of c) {}', ['a.b <- element c']],
    ['for (const a in b) {}', ['a <- element ?']],
  ])('%s binds', (code, expected) => {
    expect(bindingsOf(code)).toEqual(expected)
  })

  test('a name of the loop that is declared around is given there, too', () => {
    expect(bindingsOf('let a\nfunction f() { for (a of b) {} }')).toEqual(['a <- assign null', 'a <- element b'])
  })
})

describe('handlers', () => {
  test.each([
    ['try { a() } catch (error) { b() } finally { c() }', ['a(): try', 'b(): handler as error', 'c(): finally']],
    ['try { a() } catch { b() }', ['a(): try', 'b(): handler']],
    ['try { a() } catch ({ message }) { b() }', ['a(): try', 'b(): handler as message']],
  ])('%s', (code, expected) => {
    expect(callPlaces(code)).toEqual(expected)
  })

  test('of a try', () => {
    expect(blocksOf('try { a } catch (b) { c } /* d */ finally { e }')).toEqual([
      ['try', null, 'try { a }'],
      ['handler', 0, 'catch (b) { c }'],
      ['finally', 0, 'finally { e }'],
    ])
    expect(bindingsOf('try {} catch (error) {}')).toEqual(['error <- exception null'])
    expect(bindingsOf('try {} catch ({ message }) {}')).toEqual(['message <- unpacked null'])
  })

  test('the module and the functions in a block know it', () => {
    const facts = readValid('try { const f = () => g() } catch {}')
    expect(facts.functions[1]?.block).toBe(0)
    expect(facts.calls[0]?.block).toBe(null)
  })
})

describe('exits', () => {
  test('are whole', () => {
    const code = 'function f() { if (a) return\n throw b }\n'
    expect(withTexts(code, read(code).functions[1]?.exits)).toEqual([
      { kind: 'return', value: null, block: 0, span: 'return' },
      { kind: 'raise', value: { kind: 'name', name: 'b', span: 'b' }, block: null, span: 'throw b' },
    ])
  })

  test.each([
    ['() => a', ['return']],
    ['() => { a }', []],
    ['() => { for (;;) { break } }', ['break']],
    ['() => { for (;;) { continue } }', ['continue']],
    ['() => { for (;;) { switch (a) { case 1: break; case 2: continue; case 3: for (;;) break } } }', ['continue', 'break']],
    ['() => { a: for (;;) { switch (b) { case 1: break a } } }', ['break']],
    ['() => { switch (a) { case 1: f(() => { for (;;) break }) } }', []],
  ])('of %s', (code, expected) => {
    expect(readValid(`f(${code})\n`).functions[1]?.exits.map(({ kind }) => kind)).toEqual(expected)
  })
})
