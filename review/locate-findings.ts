import type { Span } from '../analysis/model/source.ts'
import type { Workspace } from '../analysis/project/files/workspace.ts'
import type { FoundPlace } from './check-rules.ts'
import type { ReportedFinding, ReportedPlace } from './result.ts'
import { ruleUrl, silencingUrl } from './rule-url.ts'
import { type TextLines, textLines } from './text-position.ts'

/** Findings in the order of a report, with lines and columns, and the texts that these were counted in. */
export interface LocatedFindings {
  readonly findings: readonly ReportedFinding[]
  readonly sources: ReadonlyMap<string, string>
}

/** Sorts findings by file, place and rule, and turns every offset into a position. */
export function locateFindings(found: readonly FoundPlace[], workspace: Workspace): LocatedFindings {
  const sources = new Map<string, string>()
  const lines = new Map<string, TextLines>()
  const linesOf = (file: string): TextLines => {
    const known = lines.get(file)
    if (known !== undefined) return known
    const text = workspace.text(file) ?? ''
    const counted = textLines(text)
    sources.set(file, text)
    lines.set(file, counted)
    return counted
  }
  const findings = [...found].sort(inReportOrder).map((finding) => locate(finding, linesOf))
  return { findings, sources }
}

function locate(finding: FoundPlace, linesOf: (file: string) => TextLines): ReportedFinding {
  const { rule, severity, message, source, fix, suggestions } = finding
  return {
    ...place(finding.file, finding.span, linesOf),
    rule,
    severity,
    message,
    related: finding.related.map((evidence) => ({
      ...place(evidence.location.file, evidence.location.span, linesOf),
      message: evidence.message,
    })),
    guidance: source?.references ?? [],
    url: source === null ? silencingUrl : ruleUrl(source.id),
    fix,
    suggestions,
    isSecret: source?.kind === 'security',
  }
}

function place(file: string, span: Span, linesOf: (file: string) => TextLines): ReportedPlace {
  const lines = linesOf(file)
  const { line, column } = lines.position(span.start)
  const { line: endLine, column: endColumn } = lines.position(span.end)
  return { file, span, line, column, endLine, endColumn }
}

function inReportOrder(left: FoundPlace, right: FoundPlace): number {
  if (left.file !== right.file) return left.file < right.file ? -1 : 1
  if (left.span.start !== right.span.start) return left.span.start - right.span.start
  if (left.rule !== right.rule) return left.rule < right.rule ? -1 : 1
  return left.span.end - right.span.end
}
