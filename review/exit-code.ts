import type { ReviewResult } from './result.ts'

/**
 * 0: nothing to do; 1: errors, or more warnings than `maxWarnings` (`null`: any number will do); 2: the review is not
 * complete, whatever it found.
 */
export function exitCodeOf(result: ReviewResult, maxWarnings: number | null): 0 | 1 | 2 {
  if (result.problems.length > 0) return 2
  const errors = result.findings.filter((finding) => finding.severity === 'error').length
  const warnings = result.findings.length - errors
  return errors > 0 || (maxWarnings !== null && warnings > maxWarnings) ? 1 : 0
}
