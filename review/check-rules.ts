import type { Finding } from '../analysis/model/finding.ts'
import type { Project } from '../analysis/model/project.ts'
import type { Rule } from '../analysis/model/rule.ts'
import type { Span } from '../analysis/model/source.ts'
import type { Severity } from './result.ts'

/** A finding with the file it is in and what it counts as. */
export interface FoundPlace extends Finding {
  readonly file: string
  readonly severity: Severity
  /** `null` for what the review itself has to say. */
  readonly source: Rule | null
}

/**
 * Everything the rules say about the files in scope, in no order. Nothing is said where the code could not be understood.
 */
export function checkRules(
  project: Project,
  rules: readonly { readonly rule: Rule; readonly severity: Severity }[],
  isReported: (path: string) => boolean,
  unreadable: (path: string) => readonly Span[],
): readonly FoundPlace[] {
  return project.files
    .filter((file) => isReported(file.path))
    .flatMap((file) =>
      rules.flatMap(({ rule, severity }) =>
        rule.check(project, file).map(({ message, span, related = [], fix = [], suggestions = [] }) => {
          return { file: file.path, rule: rule.id, source: rule, severity, message, span, related, fix, suggestions }
        }),
      ),
    )
    .filter(({ file, span }) => !unreadable(file).some((gap) => gap.start < span.end && span.start < gap.end))
}
