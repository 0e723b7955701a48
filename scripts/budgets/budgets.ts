import type { FileSize } from './measure.ts'

/** One budget beside what was measured; `worst` names the places to look at first. */
export interface Verdict {
  readonly what: string
  readonly measured: number
  readonly budget: number
  readonly worst: readonly string[]
}

/** Compares the sizes of all source files with the budgets of the project. */
export function verdicts(files: readonly FileSize[]): Verdict[] {
  const fileLines = files.map((file) => ({ place: file.path, size: file.lines }))
  const functionLines = files.flatMap((file) => file.functions.map(({ name, line, lines }) => ({ place: `${file.path}:${line} ${name}`, size: lines })))
  const casts = files.map((file) => ({ place: file.path, size: file.casts }))
  const codeLines = sum(files.map((file) => file.codeLines))
  const castRate = codeLines === 0 ? 0 : (sum(files.map((file) => file.casts)) * 1000) / codeLines
  return [
    verdict('file lines, median', share(fileLines, 0.5), 80, fileLines),
    verdict('file lines, 90 % below', share(fileLines, 0.9), 200, fileLines),
    verdict('file lines, longest', share(fileLines, 1), 300, fileLines),
    verdict('function lines, 90 % below', share(functionLines, 0.9), 25, functionLines),
    verdict('function lines, longest', share(functionLines, 1), 60, functionLines),
    verdict('casts per 1,000 code lines', Math.round(castRate * 10) / 10, 3, casts),
  ]
}

interface Sized {
  readonly place: string
  readonly size: number
}

function verdict(what: string, measured: number, budget: number, places: readonly Sized[]): Verdict {
  const worst = places.toSorted((a, b) => b.size - a.size).slice(0, 5)
  return { what, measured, budget, worst: worst.map(({ place, size }) => `${size} ${place}`) }
}

/** The smallest size that at least `part` of all items do not exceed; 0 when there are none. */
function share(items: readonly Sized[], part: number): number {
  const sizes = items.map((item) => item.size).sort((a, b) => a - b)
  return sizes[Math.ceil(sizes.length * part) - 1] ?? 0
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
