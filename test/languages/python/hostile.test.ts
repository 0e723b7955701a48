import { describe, expect, test } from 'vitest'
import { blockPath, read } from './reading.ts'

const many = 10_000
const steps = (count: number, text: string): string => Array.from({ length: count }, (_, index) => ' '.repeat(index) + text).join('\n')

/** Ample for any of these on a slow machine; what grows with the square of the text takes longer. */
const mostTime = 6000

describe('text made to be hard to read', () => {
  test.each([
    ['parentheses in parentheses', `x = ${'('.repeat(many)}f()${')'.repeat(many)}`],
    ['lists in lists', `x = ${'['.repeat(many)}${']'.repeat(many)}`],
    ['records in records', `x = ${'{1:'.repeat(many)}1${'}'.repeat(many)}`],
    ['calls in calls', `${'f('.repeat(many)}${')'.repeat(many)}`],
    ['a chain of calls', `a${'.b()'.repeat(many)}`],
    ['a sum', `x = ${Array(many).fill('a').join(' + ')}`],
    ['a chain of assignments', `${'a = '.repeat(many)}1`],
    ['a chain of comparisons', `x = ${Array(many).fill('a').join(' < ')}`],
    ['conditions in conditions', `x = ${'a if b else '.repeat(many)}c`],
    ['lambdas in lambdas', `x = ${'lambda: '.repeat(many)}1`],
    ['brackets that never close', '('.repeat(200_000)],
    ['brackets of all kinds', '([{'.repeat(50_000)],
    ['signs at random', '$%&/ )( ]['.repeat(20_000)],
    ['keywords at random', 'def class if ( [ : = lambda '.repeat(8000)],
    ['elifs', `if a:\n  b()\n${'elif a:\n  b()\n'.repeat(many)}`],
    ['blocks in blocks', `${steps(1000, 'if a:')}\n${' '.repeat(1000)}f()`],
    ['classes in classes', `${steps(500, 'class A:')}\n${' '.repeat(500)}x = f()`],
    ['managers in one statement', `with ${'a, '.repeat(many)}b: f()`],
    ['loops in one comprehension', `[f() ${'for x in y '.repeat(many)}]`],
    ['separators among parameters', `def f(${'a, /, '.repeat(many)}): pass`],
    ['joined lines', `${'\\\n'.repeat(100_000)}x = 1`],
    ['comments at the start of a block', `if a:\n${'  # b\n'.repeat(100_000)}  pass`],
    ['requests for silence', '# taskwise: ignore[a-b]\nf()\n'.repeat(20_000)],
    ['requests in a row', `if a:\n${'  # noqa: a-b\n'.repeat(100_000)}  pass`],
    ['requests that end and begin', '# eslint-disable a-b\nf()\n# eslint-enable c-d\n'.repeat(20_000)],
    ['requests that end one by one', `# eslint-disable\n${'# eslint-enable c-d\n# eslint-disable\nf()\n'.repeat(20_000)}`],
    ['a request after many statements', `${'f();'.repeat(50_000)}  # noqa: a-b`],
    ['alternatives in a pattern', `match a:\n  case ${'b | '.repeat(many)}c: pass`],
    ['names from outside', `def f():\n${'  global a\n  a = 1\n'.repeat(many)}`],
  ])('%s take bounded time', (_, code) => {
    const start = performance.now()
    expect(read(`${code}\n`).functions[0]?.name).toBe('<module>')
    expect(performance.now() - start).toBeLessThan(mostTime)
  })

  test('what is nested too deep is unreadable, and only that', () => {
    const facts = read(`before()\nx = ${'['.repeat(many)}${']'.repeat(many)}\nafter()\n`)
    expect(facts.unreadable.length).toBe(1)
    expect(facts.calls.length).toBe(2)
  })

  test('nesting as people write it is read', () => {
    const facts = read(`x = ${'f('.repeat(90)}${')'.repeat(90)}\n${steps(60, 'if a:')}\n${' '.repeat(60)}send(${Array(150).fill('"a"').join(' + ')})\n`)
    expect(facts.unreadable).toEqual([])
    expect(facts.calls.length).toBe(91)
    expect(blockPath(facts, facts.calls.at(-1)?.block ?? null).length).toBe(60)
  })

  test('blocks do not lie inside each other without end', () => {
    const facts = read(`if a: b()\n${'elif a: b()\n'.repeat(1000)}`)
    expect(facts.calls.length).toBe(1001)
    expect(Math.max(...facts.calls.map(({ block }) => blockPath(facts, block).length))).toBeLessThan(300)
  })

  test('the reader goes on after a text that it gave up', () => {
    read('$%&/ )( ]['.repeat(20_000))
    expect(read('f()\n').calls.length).toBe(1)
  })
})
