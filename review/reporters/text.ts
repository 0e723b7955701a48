import type { ReviewResult } from '../result.ts'
import { describeFinding } from './finding-text.ts'
import { paintFor } from './paint.ts'
import { printable } from './printable.ts'
import type { ReportStyle } from './reporter.ts'
import { shownCode } from './shown-code.ts'
import { summarise } from './summary.ts'

/** The most files of one list that are named; the JSON report names them all. */
const mostListed = 20

/** The report for people: every finding with its code, then what was not read, then a summary in one line. */
export function reportText(result: ReviewResult, style: ReportStyle): string {
  const paint = paintFor(style.color)
  const code = shownCode(result.sources)
  const { partlyRead, skipped } = result.files
  const paragraphs = [
    ...result.findings.map((finding) => describeFinding(finding, code, paint)),
    listFiles('Partly read, the rest was reviewed:', partlyRead.map(({ file, line, reason }) => `${printable(file)}:${line}  ${printable(reason)}`)),
    listFiles('Not read:', skipped.map(({ file, reason }) => `${printable(file)}  ${printable(reason)}`)),
    summarise(result, paint),
  ]
  return paragraphs.filter((lines) => lines.length > 0).map((lines) => `${lines.join('\n')}\n`).join('\n')
}

function listFiles(title: string, files: readonly string[]): readonly string[] {
  if (files.length === 0) return []
  const more = files.length > mostListed ? [`  and ${files.length - mostListed} more`] : []
  return [title, ...files.slice(0, mostListed).map((file) => `  ${file}`), ...more]
}
