import { textLines } from '../../review/text-position.ts'
import type { ReportedFinding, ReportedPlace, ReviewResult } from '../../review/result.ts'

/** The place of `words`, which must occur once in `text`. */
export function placeOf(file: string, text: string, words: string): ReportedPlace {
  const start = text.indexOf(words)
  if (start === -1 || text.includes(words, start + 1)) throw new Error(`${JSON.stringify(words)} must occur once.`)
  const lines = textLines(text)
  const end = lines.position(start + words.length)
  return { file, span: { start, end: start + words.length }, ...lines.position(start), endLine: end.line, endColumn: end.column }
}

/** A finding at a place, an error of no consequence unless `given` says more. */
export function findingAt(place: ReportedPlace, given: Partial<ReportedFinding> = {}): ReportedFinding {
  const url = 'https://example.org/rule'
  return { ...place, rule: 'some-rule', severity: 'error', message: 'Something breaks.', related: [], guidance: [], url, fix: [], suggestions: [], isSecret: false, ...given }
}

/** A result with these findings in these files. */
export function resultOf(files: Readonly<Record<string, string>>, findings: readonly ReportedFinding[], given: Partial<ReviewResult> = {}): ReviewResult {
  return {
    tool: { name: 'taskwise', version: '0.1.0' },
    root: '/project',
    files: { read: Object.keys(files).length, partlyRead: [], skipped: [] },
    findings,
    checklist: [],
    sources: new Map(Object.entries(files)),
    problems: [],
    durationMs: 1234,
    ...given,
  }
}
