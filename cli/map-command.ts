import { mapPaths } from '../review/map-paths.ts'
import { ReviewError } from '../review/review-error.ts'
import { type MapAnswer, toMapAnswer } from '../server/tools/map-tasks.ts'
import { showTaskMap } from '../server/tools/map-tasks-text.ts'
import { showProgress } from './progress.ts'
import type { Terminal } from './terminal.ts'

const formats: ReadonlyMap<string, (answer: MapAnswer) => string> = new Map([
  ['text', showTaskMap],
  ['json', (answer: MapAnswer) => JSON.stringify(answer, null, 2)],
  ['mermaid', ({ mermaid }: MapAnswer) => mermaid],
])

/** Prints the tasks of a project. Throws a ReviewError where none of the paths is there. */
export async function runMap(paths: readonly string[], format: string, terminal: Terminal): Promise<void> {
  const show = formats.get(format)
  if (show === undefined) throw new ReviewError(`There is no format \`${format}\`; there are ${[...formats.keys()].join(', ')}.`)
  const progress = showProgress(terminal)
  const mapped = await mapPaths({ paths, directory: terminal.directory, onProgress: progress.show }).finally(progress.end)
  const answer = toMapAnswer(mapped)
  terminal.write(`${show(answer)}\n`)
  if (format === 'mermaid') for (const problem of answer.problems) terminal.note(`taskwise: ${problem}\n`)
}
