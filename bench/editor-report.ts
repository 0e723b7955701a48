import { type EditorSession, type FileTimes, type Pair } from './editor.ts'
import { median, medianRatio, rangeOf } from './statistics.ts'
import { renderTable } from './table.ts'
import { formatCount, formatMilliseconds, formatRatio, formatSeconds } from './units.ts'

const timeHead = ['min', 'no rule', 'ratio']

/** A table of the files, each with its medians and its least times, and of the medians of all files. */
export function renderEditor({ firstMs, files }: EditorSession): string {
  const rows = files.map(({ file, lines, unchanged, edited }) => [file, formatCount(lines), ...cells([unchanged]), ...cells([edited])])
  const all = ['all of them', '', ...cells(files.map(unchangedOf)), ...cells(files.map(editedOf))]
  const table = renderTable(['file', 'lines', 'unchanged', ...timeHead, 'edited', ...timeHead], [...rows, all])
  return `${table}\n\nThe first file took ${formatSeconds(firstMs / 1000)}: the whole project is read for it.`
}

function unchangedOf({ unchanged }: FileTimes): Pair {
  return unchanged
}

function editedOf({ edited }: FileTimes): Pair {
  return edited
}

/** The least time of a file is the one that other load on the machine had least to do with. */
function cells(pairs: readonly Pair[]): readonly string[] {
  const plugin = pairs.flatMap((pair) => pair.plugin)
  const floor = pairs.flatMap((pair) => pair.floor)
  const least = median(pairs.map((pair) => rangeOf(pair.plugin).low))
  return [...[median(plugin), least, median(floor)].map(formatMilliseconds), formatRatio(medianRatio(plugin, floor))]
}
