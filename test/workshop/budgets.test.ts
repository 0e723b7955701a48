import { expect, test } from 'vitest'
import { verdicts } from '../../scripts/budgets/budgets.ts'
import { type FileSize, measure } from '../../scripts/budgets/measure.ts'

function fileOf(lines: number, functionLines: readonly number[] = [], casts = 0): FileSize {
  return { path: 'a.ts', lines, codeLines: lines, casts, functions: functionLines.map((length) => ({ name: 'f', line: 1, lines: length })) }
}

function over(files: readonly FileSize[]): string[] {
  return verdicts(files)
    .filter(({ measured, budget }) => measured > budget)
    .map(({ what }) => what)
}

test('lines are physical; comments and blank lines are no code', () => {
  expect(measure('a.ts', '// why\n\nconst a = 1\n/** about b\n * more\n */\nconst b = 2\n')).toMatchObject({ lines: 7, codeLines: 2 })
})

test('every function with a body is measured, callbacks too', () => {
  const { functions } = measure('a.ts', 'declare function no(): void\nfunction outer(): void {\n  run(() => {\n    go()\n  })\n}\nclass A {\n  b(): void {}\n}\n')
  expect(functions).toEqual([
    { name: 'outer', line: 2, lines: 5 },
    { name: 'callback', line: 3, lines: 3 },
    { name: 'b', line: 8, lines: 1 },
  ])
})

test('a cast is a cast unless it is "as const"', () => {
  expect(measure('a.ts', 'const a = b as C\nconst d = <E>f\nconst g = [1] as const\nconst h = i satisfies J\n').casts).toBe(2)
})

test('at the budget is within it, one more is over', () => {
  expect(over([fileOf(80, [25])])).toEqual([])
  expect(over([fileOf(81, [26])])).toEqual(['file lines, median', 'function lines, 90 % below'])
})

test('one long file among many short ones is over for its own length only', () => {
  const short = Array.from({ length: 20 }, () => fileOf(10, [5]))
  expect(over([...short, fileOf(300, [60])])).toEqual([])
  expect(over([...short, fileOf(301, [61])])).toEqual(['file lines, longest', 'function lines, longest'])
})

test('casts are counted for each thousand lines of code', () => {
  expect(over([fileOf(10, [], 1), ...Array.from({ length: 50 }, () => fileOf(10))])).toEqual([])
  expect(over([fileOf(10, [], 1), ...Array.from({ length: 30 }, () => fileOf(10))])).toEqual(['casts per 1,000 code lines'])
})

test('the places over a budget come longest first', () => {
  const lengths = verdicts([fileOf(10, [61, 70, 3])]).find(({ what }) => what === 'function lines, longest')
  expect(lengths?.worst.slice(0, 2)).toEqual(['70 a.ts:1 f', '61 a.ts:1 f'])
})

test('nothing to measure is within every budget', () => {
  expect(over([])).toEqual([])
})
