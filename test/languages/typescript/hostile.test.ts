import { describe, expect, test } from 'vitest'
import type { Expression } from '../../../analysis/model/expression.ts'
import { blockPath } from '../python/reading.ts'
import { read } from './reading.ts'

const many = 10_000

/** Ample for any of these on a slow machine; what grows with the square of the text takes longer. */
const mostTime = 10_000

describe('text made to be hard to read', () => {
  test.each([
    ['parentheses in parentheses', `x = ${'('.repeat(many)}f()${')'.repeat(many)}`],
    ['lists in lists', `x = ${'['.repeat(many)}${']'.repeat(many)}`],
    ['records in records', `x = ${'{a:'.repeat(many)}1${'}'.repeat(many)}`],
    ['calls in calls', `${'f('.repeat(many)}${')'.repeat(many)}`],
    ['a chain of calls', `a${'.b()'.repeat(many)}`],
    ['a chain of members', `let x = require('m')${'.b'.repeat(many)}`],
    ['a sum', `x = ${Array(many).fill('a').join(' + ')}`],
    ['a chain of assignments', `${'a = '.repeat(many)}1`],
    ['conditions in conditions', `x = ${'a ? b : '.repeat(many)}c`],
    ['arrows in arrows', `x = ${'() => '.repeat(many)}1`],
    ['casts of casts', `x = a${' as b'.repeat(many)}`],
    ['signs before signs', `x = ${'!'.repeat(many)}a`],
    ['templates in templates', '`${'.repeat(many)],
    ['patterns in patterns', `const ${'{a:'.repeat(many)}b${'}'.repeat(many)} = c`],
    ['patterns to assign to', `${'['.repeat(400)}b${']'.repeat(400)} = c`],
    ['types in types', `let x: ${'A<'.repeat(many)}B${'>'.repeat(many)}`],
    ['a type with many members', `let x: ${'A.'.repeat(many)}B`],
    ['an alias with many members', `import x = ${'A.'.repeat(many)}B`],
    ['lists of lists of a type', `let x: a${'[]'.repeat(many)}`],
    ['a union', `type X = ${Array(many).fill('a').join(' | ')}`],
    ['many modules in types', Array.from({ length: 3000 }, (_, index) => `let a${index}: import('m${index}').X`).join('\n')],
    ['brackets that never close', '('.repeat(200_000)],
    ['brackets of all kinds', '([{'.repeat(50_000)],
    ['signs at random', '$%&/ )( ]['.repeat(20_000)],
    ['words at random', 'function class if ( [ : = => '.repeat(8000)],
    ['comparisons that may be types', `x = ${'a<b<'.repeat(800)}\n`.repeat(20)],
    ['elses', `if (a) {}\n${'else if (b) {}\n'.repeat(many)}`],
    ['blocks in blocks', `${'if (a) {'.repeat(2000)}f()${'}'.repeat(2000)}`],
    ['classes in classes', `${'class A { x = '.repeat(500)}1${'}'.repeat(500)}`],
    ['markup in markup', `x = ${'<a>'.repeat(many)}`],
    ['labels', `${'a: '.repeat(many)}b()`],
    ['decorators', `${'@a '.repeat(many)}class B {}`],
    ['comments after a decorator', `@a ${'/* b */'.repeat(50_000)} class B {}`],
    ['requests for silence', '// taskwise: ignore[a-b]\nf()\n'.repeat(20_000)],
    ['requests that end and begin', '/* eslint-disable a-b */\nf()\n/* eslint-enable c-d */\n'.repeat(20_000)],
    ['comments that never close', `/* eslint-disable */ ${'/* '.repeat(100_000)}`],
    ['names from outside', `let a\nfunction f() {${'a = 1;'.repeat(20_000)}}`],
    ['this in a function', `function f() {${'this.a();'.repeat(20_000)}}`],
  ])('%s take bounded time', (_, code) => {
    const start = performance.now()
    const facts = read(`${code}\n`, 'a.tsx')
    expect(performance.now() - start).toBeLessThan(mostTime)
    const written = facts.functions.flatMap(({ bindings }) => bindings.flatMap(({ value, type }) => [value, type]))
    expect(Math.max(...new Set(written.map(depthOf)), 0)).toBeLessThan(1000)
  })

  test('what is nested too deep is unreadable, and only that', () => {
    const facts = read(`before()\nx = ${'['.repeat(450)}${']'.repeat(450)}\nafter()\n`)
    expect(facts.unreadable.length).toBe(1)
    expect(facts.calls.length).toBe(2)
  })

  test('nesting as people write it is read', () => {
    const facts = read(`x = ${'f('.repeat(90)}${')'.repeat(90)}\n${'if (a) {'.repeat(60)}send(${Array(150).fill('"a"').join(' + ')})${'}'.repeat(60)}\n`)
    expect(facts.unreadable).toEqual([])
    expect(facts.calls.length).toBe(91)
    expect(blockPath(facts, facts.calls.at(-1)?.block ?? null).length).toBe(60)
  })

  test('blocks do not lie inside each other without end', () => {
    const facts = read(`if (a) b()\n${'else if (a) b()\n'.repeat(300)}`)
    expect(facts.calls.length).toBe(301)
    expect(Math.max(...facts.calls.map(({ block }) => blockPath(facts, block).length))).toBeLessThan(300)
  })

  test.each([['$%&/ )( ]['.repeat(20_000)], [`x = ${'a<b<'.repeat(800)}`], ['('.repeat(200_000)]])('the reader goes on after a text that it gave up', (code) => {
    expect(read(code).unreadable).toEqual([{ start: 0, end: code.length }])
    expect(read('f()\n').calls.length).toBe(1)
  })
})

/** How many expressions lie in each other. */
function depthOf(expression: Expression | null): number {
  let depth = 0
  for (let level = expression === null ? [] : [expression]; level.length > 0; level = level.flatMap(partsOf)) depth++
  return depth
}

function partsOf(expression: Expression): Expression[] {
  switch (expression.kind) {
    case 'member':
      return [expression.object]
    case 'index':
      return [expression.object, expression.key]
    case 'list':
    case 'tuple':
      return [...expression.items]
    case 'record':
      return expression.entries.map(({ value }) => value)
    case 'operation':
      return [...expression.operands]
    case 'conditional':
      return [expression.whenFalse]
    default:
      return []
  }
}
