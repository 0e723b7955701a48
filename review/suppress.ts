import type { Suppression } from '../analysis/model/file-facts.ts'
import { isProductionFile } from '../analysis/project/files/file-role.ts'
import type { Workspace } from '../analysis/project/files/workspace.ts'
import type { FoundPlace } from './check-rules.ts'
import type { Severity } from './result.ts'
import { type RuleSelection, unusedSuppression } from './rule-selection.ts'

/** Of these words, at least one stands in every comment that silences rules. */
const commentWords = ['noqa', 'taskwise', 'eslint']

/**
 * Drops the findings that a comment silences, and adds one for every comment in `paths` that names a rule of this review
 * and silences nothing of it. A comment that names no rule, or only other tools' rules, is never called unused.
 * @param isHeeded which comments count; left out: all of them.
 */
export function applySuppressions(
  found: readonly FoundPlace[],
  workspace: Workspace,
  paths: readonly string[],
  selection: RuleSelection,
  isHeeded: (suppression: Suppression) => boolean = () => true,
): readonly FoundPlace[] {
  const ids = new Set(selection.rules.map(({ rule }) => rule.id))
  const byFile = groupByFile(found)
  const silenced = new Set<FoundPlace>()
  const unused: FoundPlace[] = []
  for (const path of paths) {
    const inFile = byFile.get(path) ?? []
    if (!mayBeSuppressed(workspace, path, ids, inFile.length > 0)) continue
    for (const suppression of workspace.facts(path)?.suppressions.filter(isHeeded) ?? []) {
      const matches = inFile.filter((finding) => silences(suppression, finding))
      for (const finding of matches) silenced.add(finding)
      if (selection.unusedSuppression !== null) unused.push(...idleFindings(path, suppression, ids, matches, selection.unusedSuppression))
    }
  }
  return [...found.filter((finding) => !silenced.has(finding)), ...unused]
}

/** Looks at the text, so that a file that nothing was found in is parsed only where a comment names one of our rules. */
function mayBeSuppressed(workspace: Workspace, path: string, ids: ReadonlySet<string>, hasFindings: boolean): boolean {
  if (!isProductionFile(path) || !commentWords.some((word) => workspace.mentions(path, word))) return false
  const text = workspace.text(path) ?? ''
  return hasFindings || [...ids].some((id) => text.includes(id))
}

function silences(suppression: Suppression, finding: FoundPlace): boolean {
  const { start } = finding.span
  if (suppression.rules !== null && !suppression.rules.includes(finding.rule)) return false
  if (suppression.except?.some((reopened) => reopened.rule === finding.rule && start >= reopened.start) === true) return false
  return start >= suppression.scope.start && start < suppression.scope.end
}

function idleFindings(
  file: string,
  suppression: Suppression,
  ids: ReadonlySet<string>,
  matches: readonly FoundPlace[],
  severity: Severity,
): readonly FoundPlace[] {
  const idle = [...new Set(suppression.rules)].filter((id) => ids.has(id) && !matches.some((finding) => finding.rule === id))
  return idle.map((id) => ({
    file,
    rule: unusedSuppression,
    source: null,
    severity,
    message: `This comment silences \`${id}\`, which has nothing to say here; remove it.`,
    span: suppression.span,
    related: [],
    fix: [],
    suggestions: [],
  }))
}

function groupByFile(found: readonly FoundPlace[]): ReadonlyMap<string, readonly FoundPlace[]> {
  const byFile = new Map<string, FoundPlace[]>()
  for (const finding of found) {
    const inFile = byFile.get(finding.file)
    if (inFile === undefined) byFile.set(finding.file, [finding])
    else inFile.push(finding)
  }
  return byFile
}
