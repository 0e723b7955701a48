import { type EditorSession, type FileTimes, type Pair } from './editor.ts'
import { median, medianRatio } from './statistics.ts'
import { renderTable } from './table.ts'
import { formatCount, formatMilliseconds, formatRatio, formatSeconds } from './units.ts'

/** A table of the files, each with its medians, and of all of them together. */
export function renderEditor({ firstMs, files }: EditorSession): string {
  const head = ['file', 'lines', 'unchanged', 'no rule', 'ratio', 'edited', 'no rule', 'ratio']
  const rows = files.map((times) => [times.file, formatCount(times.lines), ...pairCells(times.unchanged), ...pairCells(times.edited)])
  const all = ['all of them', '', ...pairCells(joinPairs(files, 'unchanged')), ...pairCells(joinPairs(files, 'edited'))]
  return `${renderTable(head, [...rows, all])}\n\nThe first file took ${formatSeconds(firstMs / 1000)}: the whole project is read for it.`
}

function joinPairs(files: readonly FileTimes[], of: 'unchanged' | 'edited'): Pair {
  return { plugin: files.flatMap((times) => times[of].plugin), floor: files.flatMap((times) => times[of].floor) }
}

function pairCells({ plugin, floor }: Pair): readonly string[] {
  return [formatMilliseconds(median(plugin)), formatMilliseconds(median(floor)), formatRatio(medianRatio(plugin, floor))]
}
