import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BenchError } from '../bench-error.ts'

/** What is used of a line. */
interface Line {
  readonly query: string
}

const folder = join(import.meta.dirname, '..', '..', 'test', 'guidance', 'eval')

/** So many different ones of the questions that `guide` is judged by, spread over all of them. Throws a BenchError where there are too few. */
export function readQuestions(count: number): readonly string[] {
  const files = readdirSync(folder).filter((name) => /^queries\..*\.jsonl$/.test(name))
  const lines = files.sort().flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
  return spread([...new Set(lines.filter((line) => line !== '').map((line) => (JSON.parse(line) as Line).query))], count)
}

/** So many of `values`, at the same distance from each other. Throws a BenchError where there are too few. */
export function spread(values: readonly string[], count: number): readonly string[] {
  if (values.length < count) throw new BenchError(`There are ${values.length} questions to ask, and ${count} are needed.`)
  return values.filter((_, index) => Math.floor(((index + 1) * count) / values.length) > Math.floor((index * count) / values.length))
}
