import type { ChecklistItem } from '../../review/checklist/checklist.ts'
import type { PartlyReadFile, RelatedPlace, ReportedFinding, ReportedPlace, ReviewResult } from '../../review/result.ts'
import { reviewPaths, reviewSources } from '../../review/review.ts'
import { RequestError } from '../request-error.ts'
import { resolveInside } from '../roots.ts'
import { asSource } from './code-source.ts'
import { quoteAll, quoteRefusal } from './quoted.ts'

export interface ReviewRequest {
  /** Source text to review by itself, instead of `paths`. */
  readonly code?: string | undefined
  /** Where `code` would stand in its project. */
  readonly filename?: string | undefined
  /** Files and folders, absolute or relative to a root, instead of `code`. */
  readonly paths?: readonly string[] | undefined
  readonly strict?: boolean | undefined
}

/** What goes over the wire. */
export interface ReviewAnswer {
  /** What every `file` is relative to; empty for code that is in no folder. */
  readonly root: string
  readonly findings: readonly AnsweredFinding[]
  /** What is asked of tasks before they ship; empty where there are none. */
  readonly checklist: readonly ChecklistItem[]
  readonly partly_read: readonly PartlyReadFile[]
  /** What could not be reviewed and why, a sentence each. */
  readonly problems: readonly string[]
  /** Something is to be fixed, so that another look afterwards makes sense. */
  readonly review_again: boolean
}

export type AnsweredFinding = Pick<ReportedFinding, 'rule' | 'severity' | 'message' | 'guidance' | 'url'> &
  AnsweredPlace & { readonly related: readonly (AnsweredPlace & { readonly message: string })[]; readonly fixable: boolean }

/** Lines and columns start at 1; columns count UTF-16 units, and the end is exclusive. */
export interface AnsweredPlace extends Pick<ReportedPlace, 'file' | 'line' | 'column'> {
  readonly end_line: number
  readonly end_column: number
}

/**
 * Reviews a piece of code, or files and folders below `roots` (absolute, links resolved), which nothing outside of is read.
 * Throws a `RequestError` or a `ReviewError`, both with a message for the one who asked, where the request cannot be met.
 */
export async function review(request: ReviewRequest, roots: readonly string[]): Promise<ReviewAnswer> {
  const { code, paths, strict = false } = request
  if (code !== undefined && paths !== undefined) throw new RequestError('Give either `code` or `paths`, not both.')
  if (code !== undefined) {
    const { path, text } = asSource(code, request.filename)
    return toAnswer(reviewSources(new Map([[path, text]]), { strict }))
  }
  if (paths === undefined || paths.length === 0) throw new RequestError('Give `code`, or `paths` below the allowed roots.')
  const allowed = await Promise.all(paths.map((path) => resolveInside(path, roots)))
  const [{ root: directory } = { root: '' }] = allowed
  return toAnswer(await quoteRefusal(reviewPaths({ paths: allowed.map(({ path }) => path), directory, boundaries: allowed.map(({ root }) => root), strict })))
}

function toAnswer({ root, findings, checklist, files, problems }: ReviewResult): ReviewAnswer {
  return quoteAll({
    root,
    findings: findings.map(toFinding),
    checklist,
    partly_read: files.partlyRead,
    problems: [...new Set([...problems, ...files.skipped.map(({ file, reason }) => `\`${file}\` was not reviewed: ${reason}.`)])],
    review_again: findings.length > 0,
  })
}

function toFinding(finding: ReportedFinding): AnsweredFinding {
  const { rule, severity, message, related, guidance, url, fix } = finding
  return { rule, severity, message, ...toPlace(finding), related: related.map(toRelated), guidance, url, fixable: fix.length > 0 }
}

function toRelated(place: RelatedPlace): AnsweredFinding['related'][number] {
  return { message: place.message, ...toPlace(place) }
}

function toPlace({ file, line, column, endLine, endColumn }: ReportedPlace): AnsweredPlace {
  return { file, line, column, end_line: endLine, end_column: endColumn }
}
