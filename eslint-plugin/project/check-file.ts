import type { Suppression } from '../../analysis/model/file-facts.ts'
import type { Project } from '../../analysis/model/project.ts'
import { linkProject } from '../../analysis/project/link.ts'
import { memoryWorkspace } from '../../analysis/project/files/memory-workspace.ts'
import type { Workspace } from '../../analysis/project/files/workspace.ts'
import { checkRules, type FoundPlace } from '../../review/check-rules.ts'
import type { RuleSelection } from '../../review/rule-selection.ts'
import { applySuppressions } from '../../review/suppress.ts'
import { rules } from '../../rules/registry.ts'

/** What the review has to say about one file, whichever rules are switched on. */
export interface FileCheck {
  /** What a comment silences is left out, unless the comment is one of ESLint's, which ESLint heeds itself. */
  findings(ruleId: string): readonly FoundPlace[]
  /** Comments that name one of these rules and silence nothing of it, one finding each. */
  unusedComments(ruleIds: ReadonlySet<string>): readonly FoundPlace[]
}

export const nothingFound: FileCheck = { findings: () => [], unusedComments: () => [] }

/** How much a finding counts is for ESLint to say. */
const everyRule: RuleSelection = { rules: rules.map((rule) => ({ rule, severity: 'error' })), unusedSuppression: null }

/** @param path relative to the project's root. */
export function checkFile(project: Project, workspace: Workspace, path: string): FileCheck {
  const found = checkRules(project, everyRule.rules, (other) => other === path, () => workspace.facts(path)?.unreadable ?? [])
  const kept = applySuppressions(found, workspace, [path], everyRule, isForReview)
  return {
    findings: (ruleId) => kept.filter(({ rule }) => rule === ruleId),
    unusedComments(ruleIds) {
      const selection: RuleSelection = { rules: everyRule.rules.filter(({ rule }) => ruleIds.has(rule.id)), unusedSuppression: 'warning' }
      return applySuppressions(found, workspace, [path], selection, isForReview).filter(({ source }) => source === null)
    },
  }
}

/** Checks a text that belongs to no project: a block of code in a document, or a file without a name. */
export function checkText(path: string, text: string): FileCheck {
  const workspace = memoryWorkspace(new Map([[path, text]]))
  return checkFile(linkProject(workspace), workspace, path)
}

function isForReview({ isForEslint }: Suppression): boolean {
  return isForEslint !== true
}
