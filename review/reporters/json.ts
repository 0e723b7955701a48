import type { ReportedPlace, ReviewResult } from '../result.ts'

/** Raised when a field changes its meaning or goes away; a field may be added without it. */
const schemaVersion = 1

/** The machine-readable report; `docs/review.schema.json` describes it. */
export function reportJson(result: ReviewResult): string {
  return `${JSON.stringify(jsonReport(result), null, 2)}\n`
}

/** The JSON report as a value. */
export function jsonReport(result: ReviewResult): JsonReport {
  const { tool, root, files, findings, durationMs } = result
  return {
    schemaVersion,
    tool,
    root,
    files: {
      read: files.read,
      partlyRead: files.partlyRead,
      skipped: files.skipped.map(({ file, reason }) => ({ file, reason })),
    },
    findings: findings.map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      message: finding.message,
      ...jsonPlace(finding),
      related: finding.related.map((related) => ({ message: related.message, ...jsonPlace(related) })),
      guidance: finding.guidance,
      url: finding.url,
      fixable: finding.fix.length > 0,
    })),
    durationMs,
  }
}

export interface JsonReport {
  readonly schemaVersion: number
  readonly tool: ReviewResult['tool']
  readonly root: string
  readonly files: {
    readonly read: number
    readonly partlyRead: ReviewResult['files']['partlyRead']
    readonly skipped: readonly { readonly file: string; readonly reason: string }[]
  }
  readonly findings: readonly JsonFinding[]
  readonly durationMs: number
}

type JsonPlace = Omit<ReportedPlace, 'span'>

export interface JsonFinding extends JsonPlace {
  readonly rule: string
  readonly severity: 'error' | 'warning'
  readonly message: string
  readonly related: readonly (JsonPlace & { readonly message: string })[]
  readonly guidance: readonly string[]
  readonly url: string
  readonly fixable: boolean
}

function jsonPlace({ file, line, column, endLine, endColumn }: ReportedPlace): JsonPlace {
  return { file, line, column, endLine, endColumn }
}
