import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { errorReason } from '../analysis/project/files/error-reason.ts'
import { applyFixes } from '../review/apply-fixes.ts'
import { exitCodeOf } from '../review/exit-code.ts'
import { formats } from '../review/reporters/formats.ts'
import type { ReviewRequest } from '../review/request.ts'
import type { ReviewResult } from '../review/result.ts'
import { reviewPaths } from '../review/review.ts'
import { ReviewError } from '../review/review-error.ts'
import { showProgress } from './progress.ts'
import type { Terminal } from './terminal.ts'

/** The options of `taskwise review`, as they are given. */
export interface ReviewFlags {
  readonly format: string
  readonly strict?: boolean
  /** The ids of the only rules to run. */
  readonly rule?: readonly string[]
  readonly maxWarnings?: number
  readonly fix?: boolean
  readonly output?: string
  readonly color?: boolean
}

/** A fix can make room for another; more rounds than this would mean that two fixes undo each other. */
const mostRounds = 10

/** Reviews, writes the report, and returns the exit code. Throws a ReviewError where the review cannot run. */
export async function runReview(paths: readonly string[], flags: ReviewFlags, terminal: Terminal): Promise<0 | 1 | 2> {
  const report = await formats.get(flags.format)?.()
  if (report === undefined) throw new ReviewError(`There is no format \`${flags.format}\`; there are ${[...formats.keys()].join(', ')}.`)
  const progress = showProgress(terminal)
  const request: ReviewRequest = {
    paths,
    directory: terminal.directory,
    strict: flags.strict ?? false,
    onProgress: progress.show,
    ...(flags.rule === undefined ? {} : { rules: flags.rule }),
  }
  const reviewed = await (flags.fix === true ? reviewAndFix(request, terminal) : reviewPaths(request)).finally(progress.end)
  writeReport(report(reviewed, { color: flags.color ?? (flags.output === undefined && terminal.color) }), flags.output, terminal)
  for (const problem of reviewed.problems) terminal.note(`taskwise: ${problem}\n`)
  if (reviewed.files.read === 0 && reviewed.problems.length === 0) terminal.note('taskwise: there is no source in Python, TypeScript or JavaScript to review here.\n')
  return exitCodeOf(reviewed, flags.maxWarnings ?? null)
}

async function reviewAndFix(request: ReviewRequest, terminal: Terminal): Promise<ReviewResult> {
  let result = await reviewPaths(request)
  let fixed = 0
  for (let round = 0; round < mostRounds; round += 1) {
    const outcome = applyFixes(result)
    fixed += outcome.fixed
    if (outcome.fixed > 0) result = await reviewPaths(request)
    if (outcome.fixed === 0 || outcome.problems.length > 0) {
      result = { ...result, problems: [...result.problems, ...outcome.problems] }
      break
    }
  }
  terminal.note(`Fixed ${fixed} ${fixed === 1 ? 'finding' : 'findings'}.\n`)
  return result
}

function writeReport(report: string, output: string | undefined, terminal: Terminal): void {
  if (output === undefined) {
    terminal.write(report)
    return
  }
  try {
    writeFileSync(resolve(terminal.directory, output), report)
  } catch (error) {
    throw new ReviewError(`The report could not be written to \`${output}\` (--output): ${errorReason(error)}.`)
  }
}
