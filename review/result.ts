import type { Edit, Span } from '../analysis/model/source.ts'
import type { SkippedFile } from '../analysis/project/files/walk.ts'
import type { ChecklistItem } from './checklist/checklist.ts'

/** Everything a reporter needs, as plain data. */
export interface ReviewResult {
  readonly tool: { readonly name: string; readonly version: string }
  /** Absolute path of the folder that every `file` is relative to; empty for sources that are in no folder. */
  readonly root: string
  readonly files: ReviewedFiles
  /** By file, place and rule. */
  readonly findings: readonly ReportedFinding[]
  /** What is asked of tasks before they ship; empty where none are reported. */
  readonly checklist: readonly ChecklistItem[]
  /** The text of every file that a finding points into. */
  readonly sources: ReadonlyMap<string, string>
  /** What was asked for and could not be done, a sentence each. */
  readonly problems: readonly string[]
  readonly durationMs: number
}

export interface ReviewedFiles {
  /** How many files were read, partly read ones included. */
  readonly read: number
  readonly partlyRead: readonly PartlyReadFile[]
  readonly skipped: readonly SkippedFile[]
}

/** A file with places that could not be understood; the rest of it was reviewed. */
export interface PartlyReadFile {
  readonly file: string
  /** The first such place, counted from 1. */
  readonly line: number
  readonly reason: string
}

/** A place in a file. Lines and columns start at 1, columns count UTF-16 units, and the end is exclusive. */
export interface ReportedPlace {
  readonly file: string
  readonly span: Span
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

export type Severity = 'error' | 'warning'

export interface ReportedFinding extends ReportedPlace {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  readonly related: readonly RelatedPlace[]
  /** Section ids of the references that explain the rule. */
  readonly guidance: readonly string[]
  /** The rule's page. */
  readonly url: string
  readonly fix: readonly Edit[]
  readonly suggestions: readonly { readonly message: string; readonly edits: readonly Edit[] }[]
  /** The finding is about a secret, so the code it points at is not shown as it is. */
  readonly isSecret: boolean
}

export interface RelatedPlace extends ReportedPlace {
  readonly message: string
}
