import { readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import type { Edit } from '../analysis/model/source.ts'
import { decodeSource, encodeLike } from '../analysis/project/files/decode.ts'
import { errorReason } from '../analysis/project/files/error-reason.ts'
import { memoryWorkspace } from '../analysis/project/files/memory-workspace.ts'
import { applyEdits, withLineEnds } from './apply-edits.ts'
import type { ReportedFinding, ReviewResult } from './result.ts'
import { writeAtomically } from './write-atomically.ts'

/** What became of the fixes of one review. */
export interface FixOutcome {
  /** How many findings were fixed. */
  readonly fixed: number
  /** Files that could not be fixed, a sentence each. */
  readonly problems: readonly string[]
}

/**
 * Applies the fixes of a review to its files. Of fixes that overlap, only the first is applied: another review finds
 * what is left. A file stays as it is where it has changed since it was read, cannot be written in its own encoding, or
 * would no longer be valid code.
 */
export function applyFixes(result: ReviewResult): FixOutcome {
  const problems: string[] = []
  let fixed = 0
  for (const [file, text] of result.sources) {
    const fixes = compatibleFixes(result.findings.filter((finding) => finding.file === file))
    if (fixes.length === 0) continue
    const problem = fixFile(join(result.root, file), text, fixes.flat())
    if (problem === null) fixed += fixes.length
    else problems.push(`\`${file}\` was not fixed: ${problem}.`)
  }
  return { fixed, problems }
}

/** The edits of each finding that can be fixed together with those before it, all of a finding's edits or none. */
export function compatibleFixes(findings: readonly ReportedFinding[]): readonly (readonly Edit[])[] {
  const chosen: (readonly Edit[])[] = []
  for (const { fix } of findings) {
    if (fix.length > 0 && !chosen.some((edits) => edits.some((edit) => fix.some((other) => collide(edit, other))))) chosen.push(fix)
  }
  return chosen
}

/** Two edits that touch, too, since the order of two insertions at one place would be a guess. */
function collide(one: Edit, other: Edit): boolean {
  return one.span.start <= other.span.end && other.span.start <= one.span.end
}

/** The reason why it could not be done; `null` where it went well. */
function fixFile(path: string, text: string, edits: readonly Edit[]): string | null {
  try {
    const file = realpathSync(path)
    const bytes = readFileSync(file)
    if (decodeSource(bytes).text !== text) return 'it changed while it was being reviewed'
    const edited = applyEdits(text, edits.map((edit) => withLineEnds(edit, text)))
    if (unreadablePlaces(path, edited) > unreadablePlaces(path, text)) return 'the fix would break its syntax'
    const fixed = encodeLike(bytes, edited)
    if (fixed === null) return 'its encoding can only be read'
    writeAtomically(file, fixed)
    return null
  } catch (error) {
    return errorReason(error)
  }
}

function unreadablePlaces(path: string, text: string): number {
  return memoryWorkspace(new Map([[path, text]])).facts(path)?.unreadable.length ?? 0
}
